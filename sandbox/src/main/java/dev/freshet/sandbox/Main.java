package dev.freshet.sandbox;

import dev.freshet.cli.Freshet;
import dev.freshet.cli.sql.Account;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** The front door of a checkout: the command line, and the sandbox. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Path home = Home.find();
    CommandLine line = Freshet.line(home, () -> runningSandbox(home));
    line.addSubcommand(new SandboxCommand());
    line.addSubcommand(new ConsumeCommand());
    System.exit(line.execute(args));
  }

  private static Account runningSandbox(Path home) {
    String url = Addresses.ofRunning(home).jdbcUrl();
    return new Account(url, "SANDBOX", Optional.empty(), Optional.empty(), Optional.empty());
  }
}
