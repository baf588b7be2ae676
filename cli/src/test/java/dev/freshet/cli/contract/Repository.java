package dev.freshet.cli.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository for one test, with one branch named main. */
record Repository(Path directory) {

  static Repository in(Path directory) throws IOException {
    Repository repository = new Repository(directory);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  /** Writes a file without committing it. */
  Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Path commit(String name, String text) throws IOException {
    Path file = write(name, text);
    git("add", "--all");
    git("commit", "--quiet", "--message", "change");
    return file;
  }

  void git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.com"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git ran", e);
    }
  }
}
