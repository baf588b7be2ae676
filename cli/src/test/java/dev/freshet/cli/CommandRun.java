package dev.freshet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that ran: what it exited with and what it printed. */
public record CommandRun(int exit, String out, String err) {

  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Freshet.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new CommandRun(exit, out.toString(), err.toString());
  }
}
