package dev.freshet.cli.contract;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that holds contract files against earlier versions, and prints what it found. */
abstract class JudgingCommand implements Callable<Integer> {
  static final String UNREADABLE =
      "2:a file or an earlier version could not be read, or the command line is wrong";

  @Spec private CommandSpec spec;
  @Mixin private AgainstOptions against;

  /** What is printed, and the code to exit with. */
  record Report(String text, int exitCode) {}

  /** Judges the files. */
  abstract Report judge(AgainstOptions against);

  @Override
  public final Integer call() {
    Report report = judge(against);
    spec.commandLine().getOut().println(report.text());
    return report.exitCode();
  }
}
