package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedKafka;
import dev.freshet.sandbox.services.EmbeddedS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import software.amazon.awssdk.services.s3.S3Client;

/** The parts a check looks at: a broker, a stage, and a database with the source and the log. */
final class Chain implements AutoCloseable {
  private final EmbeddedS3 s3;
  private final S3Client client;
  private final EmbeddedKafka kafka;
  private final Connection database;
  private int contracts;

  Chain(Path directory) throws Exception {
    s3 = EmbeddedS3.start(directory.resolve("s3"), new AccessKey("sandbox", "not a secret"));
    client = s3.client();
    client.createBucket(r -> r.bucket("stage"));
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    database = DriverManager.getConnection("jdbc:duckdb:");
    execute("ATTACH ':memory:' AS SHOP");
    execute("ATTACH ':memory:' AS FRESHET");
    execute("CREATE SCHEMA SHOP.CORE");
    execute("CREATE SCHEMA FRESHET.APP");
    execute(
        "CREATE TABLE FRESHET.APP.CHANGE_SETS (CONTRACT VARCHAR, SEQUENCE BIGINT, UPSERTS BIGINT, DELETES BIGINT)");
    execute(
        "CREATE TABLE SHOP.CORE.ORDERS (O_ORDERKEY DECIMAL(38,0), O_CUSTKEY DECIMAL(38,0), O_ORDERSTATUS VARCHAR, O_TOTALPRICE DECIMAL(12,2), O_ORDERDATE DATE)");
    // The one date format the check asks Snowflake for.
    execute("CREATE MACRO TO_VARCHAR(value, format) AS strftime(value, '%Y-%m-%d')");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The source is exactly these rows. */
  void source(String... rows) throws SQLException {
    execute("DELETE FROM SHOP.CORE.ORDERS");
    if (rows.length > 0) {
      execute("INSERT INTO SHOP.CORE.ORDERS VALUES " + String.join(", ", rows));
    }
  }

  /** A contract of that name, in a domain and on a topic of its own. */
  Contract contract(String name) throws Exception {
    String domain = "shop" + ++contracts;
    String text =
        resource(name)
            .replace("domain: shop", "domain: " + domain)
            .replace("shop." + name, domain + "." + name);
    Contract contract = ContractReader.read(name, text);
    kafka.createTopics(
        List.of(new NewTopic(contract.topic(), Optional.of(2), Optional.of((short) 1))));
    return contract;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Chain.class.getResourceAsStream(name + ".odcs.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  PublishedContract publish(Contract contract) {
    return new PublishedContract(contract, stage(), database, kafka.bootstrapServers());
  }

  ContractReport check(Contract contract) throws Exception {
    Check check = new Check(database, "FRESHET.APP.CHANGE_SETS", kafka.bootstrapServers(), stage());
    return check.run(List.of(CheckedContract.state(contract))).contracts().get(0);
  }

  private StageObjects stage() {
    return new StageObjects(client, "stage", "freshet/");
  }

  @Override
  public void close() throws IOException, SQLException {
    database.close();
    kafka.close();
    client.close();
    s3.close();
  }
}
