package dev.freshet.sandbox.export;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.Answer;
import dev.freshet.cli.contract.ContractFile;
import dev.freshet.cli.contract.ContractProcedures;
import dev.freshet.cli.deploy.Deployment;
import dev.freshet.cli.snowflake.ConnectionSettings;
import dev.freshet.cli.snowflake.SnowflakeConnections;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.SessionLag;
import dev.freshet.sandbox.snowflake.engine.StatementObserver;
import dev.freshet.sandbox.snowflake.procedure.Procedures;
import dev.freshet.sandbox.snowflake.stage.S3Access;
import dev.freshet.sandbox.snowflake.stage.Stages;
import dev.freshet.sandbox.snowflake.task.Notification;
import dev.freshet.sandbox.snowflake.task.Tasks;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account with Freshet deployed and the shop's tables in it; nothing runs by itself. */
final class ExportAccount implements AutoCloseable {
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  static final AccessKey STAGE_KEY = new AccessKey("sandbox", "not a secret");
  static final String BUCKET = "stage";

  /** So few that a test has several chunks. */
  static final int CHUNK_ROWS = 3;

  /** Tasks exist, but their timers are days away: the tests call the export. */
  private static final double NEVER = 100_000;

  private final EmbeddedS3 s3;
  private final Stages stages;
  private final Procedures procedures;
  private final Tasks tasks;
  private final EmbeddedSnowflake snowflake;
  private final ConnectionSettings settings;
  private final String password;
  private final Connection connection;

  ExportAccount(Path directory) throws Exception {
    this(directory, Map.of(), Clock.systemUTC());
  }

  /**
   * @param placeholders values for {@code sql/}, beside those that every account here has
   */
  ExportAccount(Path directory, Map<String, String> placeholders) throws Exception {
    this(directory, placeholders, Clock.systemUTC());
  }

  /** An account in which it is as late as a clock says. */
  ExportAccount(Path directory, Clock clock) throws Exception {
    this(directory, Map.of(), clock);
  }

  private ExportAccount(Path directory, Map<String, String> placeholders, Clock clock)
      throws Exception {
    AccessKey key = STAGE_KEY;
    s3 = EmbeddedS3.start(directory.resolve("s3"), key);
    s3.client().createBucket(b -> b.bucket(BUCKET));
    stages =
        Stages.over(
            new S3Access(s3.endpoint(), "us-east-1", key.id(), key.secret()),
            directory.resolve("stages"));
    procedures =
        Procedures.with(
            HOME.resolve("sandbox/snowpark-runner/target/lib"), directory.resolve("procedures"));
    tasks = Tasks.atPace(NEVER);
    snowflake =
        EmbeddedSnowflake.builder()
            .temporaryFiles(directory.resolve("duckdb"))
            .clock(clock)
            .with(stages)
            .with(procedures)
            .with(tasks)
            .start();
    password = Files.writeString(directory.resolve("password"), "any").toString();
    settings = settings();
    connection = connect();
    deploy(placeholders);
    createShop();
  }

  private ConnectionSettings settings() {
    return ConnectionSettings.of(
        Map.of(
            "snowflake.url",
            snowflake.jdbcUrl(),
            "snowflake.user",
            "TEST",
            "snowflake.password-file",
            password));
  }

  private void deploy(Map<String, String> placeholders) throws SQLException {
    try (Connection deployer = connect()) { // it ends as the role that owns the procedures
      deploy(deployer, placeholders);
    }
  }

  /** Deploys, at first or once more; the session has the role that owns the procedures then. */
  void deploy(Connection session, Map<String, String> placeholders) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "stage_url",
                "s3://" + BUCKET + "/prefix/",
                "storage_role_arn",
                "arn:aws:iam::000000000000:role/test",
                "storage_external_id",
                "test",
                "chunk_rows",
                Integer.toString(CHUNK_ROWS)));
    all.putAll(placeholders);
    Path sql = HOME.resolve("sql");
    Deployment.of(
            List.of(sql.resolve("account"), sql.resolve("app")),
            HOME.resolve("snowpark-procs/target/freshet-snowpark-procs.jar"),
            all)
        .run(session, statement -> {});
  }

  private void createShop() throws SQLException {
    execute("CREATE DATABASE SHOP");
    openShop();
    execute("CREATE SCHEMA SHOP.CORE");
    execute(
        "CREATE TABLE SHOP.CORE.CUSTOMER (C_CUSTKEY NUMBER(38,0), C_NAME VARCHAR(25),"
            + " C_NATIONKEY NUMBER(38,0), C_ACCTBAL NUMBER(12,2), C_MKTSEGMENT VARCHAR(10))");
    execute(
        "CREATE TABLE SHOP.CORE.ORDERS (O_ORDERKEY NUMBER(38,0), O_CUSTKEY NUMBER(38,0),"
            + " O_ORDERSTATUS VARCHAR(1), O_TOTALPRICE NUMBER(12,2), O_ORDERDATE DATE,"
            + " O_ORDERPRIORITY VARCHAR(15), O_CLERK VARCHAR(15))");
  }

  /**
   * The role that owns the procedures may read whatever a test makes in SHOP, and have its changes
   * recorded. It has nothing else: the procedures run with the privileges of a real deployment.
   */
  private void openShop() throws SQLException {
    execute(
        "GRANT USAGE ON DATABASE SHOP TO ROLE FRESHET_OWNER",
        "GRANT USAGE ON FUTURE SCHEMAS IN DATABASE SHOP TO ROLE FRESHET_OWNER",
        "GRANT OWNERSHIP ON FUTURE TABLES IN DATABASE SHOP TO ROLE FRESHET_OWNER",
        "GRANT SELECT ON FUTURE VIEWS IN DATABASE SHOP TO ROLE FRESHET_OWNER");
  }

  /** Another session, set as the task sets its own. */
  Connection connect() throws SQLException {
    Connection session = SnowflakeConnections.open(settings);
    try (Statement statement = session.createStatement()) {
      statement.execute("ALTER SESSION SET ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE");
      statement.execute("ALTER SESSION SET TIMEZONE = 'UTC'");
      statement.execute("ALTER SESSION SET LOCK_TIMEOUT = 0");
    }
    return session;
  }

  /** Registers a contract of sql/contracts. */
  String register(String fact) throws Exception {
    return registerText(Files.readString(HOME.resolve("sql/contracts/" + fact + ".odcs.yaml")));
  }

  /** Registers and promotes; the rehearsal's receipt is written as a bridge would. */
  String registerText(String text) {
    return registerText(connection, text);
  }

  String registerText(Connection session, String text) {
    ContractFile file = file(text);
    stageText(session, file);
    return promote(session, file.contract());
  }

  /** Stages a version and leaves it there. */
  String stageText(String text) {
    return stageText(connection, file(text));
  }

  String stageText(Connection session, String text) {
    return stageText(session, file(text));
  }

  private static String stageText(Connection session, ContractFile file) {
    return accepted(new ContractProcedures(session, "FRESHET.APP").register(file));
  }

  private static ContractFile file(String text) {
    return new ContractFile(Path.of("test"), text, ContractReader.read("test", text));
  }

  /** Promotes a staged version; a refusal is thrown. */
  String promote(Connection session, Contract contract) {
    ContractProcedures procedures = new ContractProcedures(session, "FRESHET.APP");
    var options = Json.STRICT.createObjectNode().put("reason", "test");
    while (true) {
      Answer answer = procedures.promote(contract.id(), contract.version(), options);
      if (!answer.state().equals("rehearsing")) {
        return accepted(answer);
      }
      new RehearsingBridge(stage()).answer(contract.id());
    }
  }

  private static String accepted(Answer answer) {
    if (answer.isRefused()) {
      throw CommandFailed.failed(answer.text());
    }
    return answer.json().toString();
  }

  /** How a command finds the account. */
  List<String> options() {
    return List.of("--url", snowflake.jdbcUrl(), "--user", "TEST", "--password-file", password);
  }

  /** The session that the tests share. */
  Connection session() {
    return connection;
  }

  ContractProcedures procedures() {
    return new ContractProcedures(connection, "FRESHET.APP");
  }

  ContractProcedures procedures(Connection session) {
    return new ContractProcedures(session, "FRESHET.APP");
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs the export of {@code shop.<fact>.v1} once. */
  String export(String fact) throws SQLException {
    return export(connection, fact);
  }

  static String export(Connection session, String fact) throws SQLException {
    return one(session, "CALL FRESHET.APP_V1.EXPORT_CHANGES('shop." + fact + ".v1')");
  }

  String release(String fact, String options) throws SQLException {
    return release(connection, fact, options);
  }

  static String release(Connection session, String fact, String options) throws SQLException {
    return one(
        session,
        "CALL FRESHET.APP_V1.RELEASE_REJECTIONS('shop." + fact + ".v1', '" + options + "')");
  }

  String call(String procedure, String fact, String... arguments) throws SQLException {
    return call(connection, procedure, fact, arguments);
  }

  /** Calls a procedure of Freshet for {@code shop.<fact>.v1}. */
  static String call(Connection session, String procedure, String fact, String... arguments)
      throws SQLException {
    StringBuilder sql =
        new StringBuilder("CALL FRESHET.APP_V1." + procedure + "('shop." + fact + ".v1'");
    for (String argument : arguments) {
      sql.append(", '").append(argument.replace("'", "''")).append('\'');
    }
    return one(session, sql.append(')').toString());
  }

  String one(String sql) throws SQLException {
    return one(connection, sql);
  }

  private static String one(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** A column of the only row that a statement such as SHOW answers. */
  String named(String sql, String column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(column);
    }
  }

  void observe(StatementObserver observer) {
    snowflake.engine().observe(observer);
  }

  /** What integrations were told of failed runs of tasks. */
  List<Notification> told() {
    return tasks.notifications();
  }

  /** From now on sessions do not see what others commit, until they commit themselves. */
  SessionLag.Hold holdBack() {
    return snowflake.engine().lag().hold();
  }

  void kill(long session) {
    snowflake.engine().killSession(session);
  }

  /** Work in a session. */
  interface Work {
    String in(Connection session) throws SQLException;
  }

  /** Works in a session of its own that dies before the given statement of a procedure. */
  void inDoomedSession(int statement, Work work) throws SQLException {
    Statements killer = new Statements(statement, this::kill);
    Connection session = connect();
    observe(killer);
    try {
      work.in(session);
      session.close(); // it had fewer statements
    } catch (SQLException | CommandFailed e) {
      // A killed session answers nothing, not even to close; anything else is a failure of ours.
      if (killer.count() < statement) {
        throw e;
      }
    } finally {
      observe(StatementObserver.NONE);
    }
  }

  /** Where the stage's S3 answers, for a bridge; its access key is that of the sandbox. */
  URI stageEndpoint() {
    return s3.endpoint();
  }

  Stage stage() {
    return new Stage(s3.client(), BUCKET, "prefix/");
  }

  /** The schema of {@code shop.<fact>.v1}. */
  static String schema(String fact) {
    return "FRESHET.SHOP__" + fact.toUpperCase(java.util.Locale.ROOT) + "__V1";
  }

  @Override
  public void close() throws Exception {
    connection.close();
    tasks.close();
    snowflake.close();
    procedures.close();
    stages.close();
    s3.close();
  }
}
