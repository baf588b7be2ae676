package dev.freshet.sandbox;

import dev.freshet.cli.Freshet;

/** The front door of a checkout: the command line, and the sandbox. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        Freshet.commandLine()
            .addSubcommand(new SandboxCommand())
            .addSubcommand(new ConsumeCommand())
            .addSubcommand(new TopicsCommand())
            .execute(args));
  }
}
