package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.account.TestSnowflake;
import dev.freshet.sandbox.services.AccessKey;
import dev.freshet.sandbox.services.EmbeddedKafka;
import dev.freshet.sandbox.services.EmbeddedS3;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
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
  private final EmbeddedRegistry registry;
  private final TestSnowflake snowflake;
  private int contracts;

  Chain(Path directory) throws Exception {
    s3 = EmbeddedS3.start(directory.resolve("s3"), new AccessKey("sandbox", "not a secret"));
    client = s3.client();
    client.createBucket(r -> r.bucket("stage"));
    kafka = EmbeddedKafka.start(directory.resolve("kafka"));
    registry = EmbeddedRegistry.start();
    snowflake = new TestSnowflake(directory.resolve("snowflake"));
    execute("CREATE DATABASE SHOP");
    execute("CREATE SCHEMA SHOP.CORE");
    execute("CREATE DATABASE FRESHET");
    execute("CREATE SCHEMA FRESHET.APP");
    execute(
        "CREATE TABLE FRESHET.APP.CHANGE_SETS (CONTRACT VARCHAR, SEQUENCE NUMBER(38,0), UPSERTS NUMBER(38,0),"
            + " DELETES NUMBER(38,0))");
    execute(
        "CREATE TABLE FRESHET.APP.REJECTIONS (CONTRACT VARCHAR, RULE VARCHAR, KEY_TEXT VARCHAR, ROW_ID VARCHAR)");
    execute(
        "CREATE TABLE SHOP.CORE.ORDERS (O_ORDERKEY NUMBER(38,0), O_CUSTKEY NUMBER(38,0), O_ORDERSTATUS VARCHAR(1),"
            + " O_TOTALPRICE NUMBER(12,2), O_ORDERDATE DATE)");
  }

  void execute(String sql) throws SQLException {
    snowflake.execute(sql);
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

  /** A rule sets a key aside. */
  void reject(Contract contract, String rule, String key) throws SQLException {
    execute(
        "INSERT INTO FRESHET.APP.REJECTIONS VALUES ('%s', '%s', '%s', 'row')"
            .formatted(contract.id(), rule, key));
  }

  PublishedContract publish(Contract contract) {
    return new PublishedContract(
        contract, stage(), snowflake.connection(), kafka.bootstrapServers());
  }

  ContractReport check(Contract contract) throws Exception {
    return check(CheckedContract.state(contract));
  }

  ContractReport check(CheckedContract checked) throws Exception {
    Check check =
        new Check(
            snowflake.connection(),
            "FRESHET.APP",
            kafka.bootstrapServers(),
            registry.url(),
            stage());
    return check.run(List.of(checked)).contracts().get(0);
  }

  private StageObjects stage() {
    return new StageObjects(client, "stage", "freshet/");
  }

  @Override
  public void close() throws IOException, SQLException {
    snowflake.close();
    kafka.close();
    registry.close();
    client.close();
    s3.close();
  }
}
