package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.ContractFile;
import dev.freshet.cli.deploy.Deployment;
import dev.freshet.cli.snowflake.SnowflakeConnections;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.Scenario.ContractText;
import dev.freshet.sandbox.check.Check;
import dev.freshet.sandbox.check.CheckReport;
import dev.freshet.sandbox.check.StageObjects;
import dev.freshet.sandbox.demo.Proposal;
import dev.freshet.sandbox.demo.TpchSample;
import dev.freshet.sandbox.load.CsvTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of the sandbox: everything started, the contracts registered, the tables loaded. Used
 * from one thread; closing it ends all it started.
 */
final class SandboxRun implements AutoCloseable {
  private static final String DATABASE = "FRESHET";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration LIVE_EVERY = Duration.ofSeconds(3);

  private final SandboxOptions options;
  private final Progress progress;
  private final Scenario scenario;
  private final Closing closing = new Closing();
  private final Workspace workspace;
  private final Parts parts;
  private final Connection connection;
  private final BridgeProcess bridge;
  private final ExportKiller exportKiller;
  private final List<Contract> contracts = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private int round;

  /**
   * Starts everything.
   *
   * @throws CommandFailed if a part cannot be started; nothing is left running then
   */
  static SandboxRun start(Path home, SandboxOptions options, Progress progress)
      throws IOException, SQLException, InterruptedException {
    Scenario scenario =
        options
            .load()
            .<Scenario>map(own -> new OwnTableScenario(CsvTable.read(own.file(), own.key())))
            .orElseGet(
                () -> new TpchScenario(home, new TpchSample(options.scale()), options.seed()));
    return start(home, options, progress, scenario);
  }

  /** Starts everything, for tables and contracts of one's own choice. */
  static SandboxRun start(Path home, SandboxOptions options, Progress progress, Scenario scenario)
      throws IOException, SQLException, InterruptedException {
    return new SandboxRun(home, options, progress, scenario);
  }

  private SandboxRun(Path home, SandboxOptions options, Progress progress, Scenario scenario)
      throws IOException, SQLException, InterruptedException {
    this.options = options;
    this.progress = progress;
    this.scenario = scenario;
    // Ctrl-C ends what runs, the bridge's process too.
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "sandbox-stop"));
    boolean started = false;
    try {
      workspace = closing.add(Workspace.open(home));
      parts = closing.add(Parts.start(workspace, options.ports()));
      progress.line(
          "started Snowflake, S3, SQS, Kafka and a schema registry, embedded on 127.0.0.1");
      SandboxProfile profile = closing.add(SandboxProfile.write(home, parts.snowflake().jdbcUrl()));
      connection = closing.add(SnowflakeConnections.open(profile.settings()));
      scenario.create(connection, parts.snowflake());
      progress.line("made the tables of " + scenario.name());
      deploy(home, profile);
      bridge = startBridge();
      register();
      exportKiller =
          new ExportKiller(parts.snowflake().engine(), options.seed(), options.crashExport());
      parts.snowflake().engine().observe(exportKiller);
      started = true;
    } finally {
      if (!started) {
        closing.close();
      }
    }
  }

  private void deploy(Path home, SandboxProfile profile) throws SQLException {
    Path sql = home.resolve("sql");
    Deployment deployment =
        Deployment.of(
            List.of(sql.resolve("account"), sql.resolve("app")),
            home.resolve("snowpark-procs/target/freshet-snowpark-procs.jar"),
            Map.of(
                "stage_url", "s3://" + Cloud.BUCKET + "/",
                "storage_role_arn", "arn:aws:iam::000000000000:role/freshet-sandbox",
                "storage_external_id", "sandbox",
                "task_latency_seconds", "20"));
    // A session of its own: it ends as the role that owns the procedures.
    try (Connection deployer = SnowflakeConnections.open(profile.settings())) {
      deployment.run(deployer, s -> progress.now("deploying " + s.file() + ": " + s.head()));
    }
    progress.line("deployed sql/ and the procedures");
  }

  private BridgeProcess startBridge() throws IOException, InterruptedException {
    parts.kafka().createTopics(Topics.ledgers());
    Path folder = workspace.folder("bridge");
    Path config =
        BridgeConfig.write(
            folder, parts.cloud(), parts.kafka().bootstrapServers(), parts.registry().url());
    BridgeProcess.foundLedgers(config);
    BridgeProcess process = closing.add(BridgeProcess.start(workspace.home(), config, folder));
    addresses(config).write(workspace.home());
    closing.add(() -> Addresses.forget(workspace.home()));
    progress.line("founded the ledgers and started the bridge (process " + process.pid() + ")");
    return process;
  }

  private Addresses addresses(Path bridgeConfig) {
    return new Addresses(
        parts.snowflake().jdbcUrl(),
        parts.cloud().s3().endpoint().toString(),
        Cloud.BUCKET,
        parts.cloud().s3().accessKey().id(),
        parts.cloud().s3().accessKey().secret(),
        parts.cloud().queue().url(),
        parts.kafka().bootstrapServers(),
        parts.registry().url().toString(),
        bridgeConfig.toString(),
        ProcessHandle.current().pid());
  }

  private void register() throws IOException, SQLException, InterruptedException {
    Admittance gate = new Admittance(connection, DATABASE + ".APP", progress);
    List<ContractFile> files = new ArrayList<>();
    for (ContractText text : scenario.contracts()) {
      ContractFile file = file(text);
      parts.kafka().createTopics(Topics.of(file.contract()));
      files.add(file);
      contracts.add(file.contract());
      new DataTeam(connection).open(file.contract().source());
    }
    gate.admit(files);
    for (Proposal proposal : scenario.proposals()) {
      verdicts.add(gate.judge(proposal));
    }
    if (!verdicts.isEmpty()) {
      progress.line("asked the gate about " + verdicts.size() + " changes of a contract");
    }
  }

  private static ContractFile file(ContractText text) {
    return new ContractFile(
        Path.of(text.name()), text.text(), ContractReader.read(text.name(), text.text()));
  }

  /** Loads, changes, waits until all is published, and checks. */
  Summary untilCaughtUp() throws IOException, SQLException, InterruptedException {
    try (BridgeKiller killer =
        new BridgeKiller(bridge, options.seed(), options.crashBridge(), progress)) {
      load();
      for (round = 1; round <= scenario.rounds(); round++) {
        changeAndWait();
      }
      while (killer.left() > 0 || exportKiller.left() > 0 && scenario.rounds() > 0) {
        changeAndWait();
        round++;
      }
    }
    awaitCaughtUp();
    CheckReport report = check();
    return new Summary(verdicts, report, progress.elapsed(), options.crashBridge(), exportKills());
  }

  private int exportKills() {
    return options.crashExport() - exportKiller.left();
  }

  private void load() throws SQLException {
    scenario.load(connection);
    progress.line("loaded the tables; the rows now arrive as changes");
  }

  private void changeAndWait() throws SQLException, InterruptedException {
    scenario.change(connection, round);
    progress.line("made the changes of round " + round);
    Thread.sleep(LOOK_EVERY.toMillis()); // lets tasks and changes interleave differently each round
  }

  private void awaitCaughtUp() throws SQLException, InterruptedException {
    CaughtUp caughtUp = new CaughtUp(connection, parts.cloud().s3().client(), DATABASE);
    ExportTrouble trouble = new ExportTrouble(connection, DATABASE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!caughtUp.all(contracts)) {
      if (System.nanoTime() > deadline) {
        throw CommandFailed.usage(
            "After "
                + PATIENCE.toMinutes()
                + " minutes not all is published. "
                + standing(caughtUp)
                + "."
                + trouble.failures());
      }
      requireBridge();
      trouble.requireNoHalt();
      progress.now(standing(caughtUp));
      Thread.sleep(LOOK_EVERY.toMillis());
    }
    progress.line("all is published: " + standing(caughtUp));
  }

  private void requireBridge() {
    if (!bridge.isAlive()) {
      throw CommandFailed.usage("The bridge has ended. Its log is " + bridge.log() + ".");
    }
  }

  private String standing(CaughtUp caughtUp) throws SQLException {
    List<String> words = new ArrayList<>();
    for (Contract contract : contracts) {
      CaughtUp.Standing standing = caughtUp.of(contract);
      words.add(
          contract.id()
              + " "
              + standing.published()
              + " of "
              + standing.sequence()
              + " change sets");
    }
    return String.join(", ", words);
  }

  private CheckReport check() throws IOException, SQLException {
    Check check =
        new Check(
            connection,
            DATABASE + ".APP",
            parts.kafka().bootstrapServers(),
            parts.registry().url(),
            new StageObjects(parts.cloud().s3().client(), Cloud.BUCKET, ""));
    return check.run(scenario.checked());
  }

  /** Goes on with live changes until the process is asked to end. */
  void goOnUntilStopped(PrintWriter out) throws SQLException, InterruptedException {
    load();
    Welcome.print(out, addresses(Path.of("")), scenario.commands(), bridge.pid());
    CaughtUp caughtUp = new CaughtUp(connection, parts.cloud().s3().client(), DATABASE);
    LiveChanges live = new LiveChanges(scenario, connection, progress);
    for (round = 1; ; round++) {
      Thread.sleep(LIVE_EVERY.toMillis());
      if (!bridge.isAlive()) {
        restartBridge();
      }
      if (live.isMade(round)) {
        progress.now("round " + round + ": " + standing(caughtUp));
      }
    }
  }

  private void restartBridge() {
    try {
      bridge.restart();
      progress.line("the bridge was gone; started it again (process " + bridge.pid() + ")");
    } catch (IOException e) {
      throw CommandFailed.usage("The bridge cannot be started again: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    closing.close();
  }
}
