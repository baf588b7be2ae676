package dev.freshet.sandbox;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code freshet sandbox}: the whole chain on this machine. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the whole chain on this machine: Snowflake, S3, SQS and Kafka embedded on 127.0.0.1, and the real bridge.",
      "Exit codes: 0 everything is published and checked, 1 the check failed, 2 the sandbox could not run."
    })
public final class SandboxCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--until-caught-up",
      description = "End once everything is published and checked. Otherwise goes on until Ctrl-C.")
  private boolean untilCaughtUp;

  @Option(
      names = "--scale",
      description = "TPC-H scale factor; 0.1 is 150,000 orders. Default: ${DEFAULT-VALUE}.")
  private double scale = 0.1;

  @Option(
      names = "--seed",
      description = "Chooses the changes and the crashes. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--crash-bridge",
      paramLabel = "N",
      description = "Kill the bridge (SIGKILL) N times, at moments the seed chooses.")
  private int crashBridge;

  @Option(
      names = "--crash-export",
      paramLabel = "N",
      description = "Kill an export between two of its statements N times, likewise.")
  private int crashExport;

  @ArgGroup(exclusive = false)
  private @Nullable OwnTable ownTable;

  @Option(
      names = "--output",
      description = "text or json, for the summary. Default: ${DEFAULT-VALUE}.")
  private Output output = Output.text;

  @Option(names = "--snowflake-port", description = "Default: a free port.")
  private int snowflakePort;

  @Option(names = "--kafka-port", description = "Default: a free port.")
  private int kafkaPort;

  /** A table of one's own. */
  static final class OwnTable {
    @Option(
        names = "--load",
        required = true,
        paramLabel = "FILE.csv",
        description = "Publish this file (with a header line) instead of TPC-H.")
    private Path load;

    @Option(
        names = "--key",
        required = true,
        paramLabel = "COLUMN",
        description = "The file's key column.")
    private String key;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    OwnTable() {}
  }

  /** How the summary is printed. */
  enum Output {
    text,
    json
  }

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public SandboxCommand() {}

  @Override
  public Integer call() throws Exception {
    SandboxOptions options = options();
    try (SandboxRun run = SandboxRun.start(Home.find(), options, Progress.toTerminal())) {
      if (!options.untilCaughtUp()) {
        run.goOnUntilStopped(spec.commandLine().getOut());
        return 0;
      }
      Summary summary = run.untilCaughtUp();
      spec.commandLine().getOut().print(output == Output.json ? summary.json() : summary.text());
      spec.commandLine().getOut().flush();
      return summary.passed() ? 0 : 1;
    }
  }

  private SandboxOptions options() {
    require(scale >= 0.001 && scale <= 10, "--scale must be 0.001 to 10");
    require(crashBridge >= 0, "--crash-bridge must not be negative");
    require(crashExport >= 0, "--crash-export must not be negative");
    require(isPort(snowflakePort) && isPort(kafkaPort), "a port is 1 to 65535");
    return new SandboxOptions(
        untilCaughtUp,
        scale,
        seed,
        crashBridge,
        crashExport,
        Optional.ofNullable(ownTable).map(t -> new SandboxOptions.OwnTable(t.load, t.key)),
        new SandboxOptions.Ports(snowflakePort, kafkaPort));
  }

  private static boolean isPort(int port) {
    return port >= 0 && port <= 65_535;
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
