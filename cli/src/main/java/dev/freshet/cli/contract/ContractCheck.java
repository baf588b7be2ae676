package dev.freshet.cli.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.CommandException;
import dev.freshet.cli.ExitCode;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Json;
import dev.freshet.contract.Problem;
import dev.freshet.contract.odcs.ContractReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract check}: is a file a sound contract? Works offline. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether files are sound contracts, and names every problem.",
      "Exit codes: 0 all are, 1 one is not, 2 one cannot be read."
    })
public final class ContractCheck implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Contract files (ODCS v3.1).")
  private List<Path> files;

  @Option(
      names = "--output",
      description = "text or json (a JSON object a file). Default: ${DEFAULT-VALUE}.")
  private Output output = Output.text;

  /** How the answer is printed. */
  enum Output {
    text,
    json
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public ContractCheck() {}

  @Override
  public Integer call() {
    boolean sound = true;
    for (Path file : files) {
      sound &= check(file);
    }
    return sound ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private boolean check(Path file) {
    try {
      Contract contract = ContractReader.read(file.toString(), read(file));
      print(file, contract.id() + " " + contract.version(), List.of());
      return true;
    } catch (ContractException e) {
      print(file, "", e.problems());
      return false;
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandException("Cannot read " + file + ": " + e, e);
    }
  }

  private void print(Path file, String name, List<Problem> problems) {
    PrintWriter out = spec.commandLine().getOut();
    if (output == Output.json) {
      ObjectNode json = Json.STRICT.createObjectNode().put("file", file.toString());
      json.put("sound", problems.isEmpty()).put("contract", name);
      problems.forEach(
          p ->
              json.withArray("problems").addObject().put("where", p.where()).put("what", p.what()));
      out.println(json);
    } else if (problems.isEmpty()) {
      out.println(file + ": sound, " + name);
    } else {
      out.println(file + ": not sound");
      problems.forEach(p -> out.println("  " + p));
    }
    out.flush();
  }
}
