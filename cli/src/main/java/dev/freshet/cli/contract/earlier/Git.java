package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The program git, reading one repository.
 *
 * @param program its name or path
 * @param directory any directory of the work tree
 */
record Git(String program, Path directory) {

  /** The git that the path finds. */
  static Git in(Path directory) {
    return new Git("git", directory);
  }

  /** What a run of git said. */
  record Answer(int code, String out, String err) {
    boolean succeeded() {
      return code == 0;
    }

    /** The lines of output, empty ones left out. */
    List<String> lines() {
      return out.lines().filter(l -> !l.isBlank()).toList();
    }
  }

  /**
   * Runs git, whatever it answers.
   *
   * @throws CommandFailed if there is no such program
   */
  Answer ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-C", directory.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Messages in English, paths as they are, and no lock taken only to read.
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      return answer(builder.start());
    } catch (IOException e) {
      throw CommandFailed.usage(
          "--against git:REF needs the program git, which did not start ("
              + e.getMessage()
              + "). Install it, or compare with file:FILE.",
          e);
    }
  }

  /** Runs git and gives its output; anything but success ends the command. */
  String run(String... arguments) {
    Answer answer = ask(arguments);
    if (!answer.succeeded()) {
      throw CommandFailed.usage(
          "git " + String.join(" ", arguments) + " failed in " + directory + ": " + answer.err());
    }
    return answer.out();
  }

  private static Answer answer(Process process) throws IOException {
    process.getOutputStream().close();
    // Read aside: a full pipe of messages would otherwise stop git for ever.
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    try {
      return new Answer(process.waitFor(), out, err.join().strip());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git ran", e);
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading what git says failed", e);
    }
  }
}
