package dev.freshet.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.cli.Freshet;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.mistake.Catalogue;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.account.TestSnowflake;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract commands that ask an account: {@code init}, and {@code --against account:}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractCommandsTest {
  private TestSnowflake account;
  private Path password;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  void anAccountWithATableAndAView(@TempDir Path directory) throws Exception {
    account = new TestSnowflake(Files.createDirectories(directory.resolve("duckdb")));
    password = Files.writeString(directory.resolve("password"), "any");
    account.execute("CREATE DATABASE SHOP");
    account.execute("CREATE SCHEMA SHOP.CORE");
    account.execute(
        "CREATE TABLE SHOP.CORE.ORDERS (O_ID NUMBER(12,0) NOT NULL, O_AT TIMESTAMP_NTZ(6) NOT NULL,"
            + " O_PRICE NUMBER(12,2) COMMENT 'Without taxes: yes', O_CODE BINARY, O_MORE VARIANT,"
            + " \"o Clerk\" VARCHAR(15), O_TIME TIME(3)) COMMENT = 'Orders as they are placed'");
    account.execute("CREATE VIEW SHOP.CORE.PRICES AS SELECT O_ID, O_PRICE FROM SHOP.CORE.ORDERS");
    account.execute("CREATE DATABASE FRESHET");
    account.execute("CREATE SCHEMA FRESHET.APP");
    account.execute(
        "CREATE TABLE FRESHET.APP.CONTRACTS (CONTRACT VARCHAR, VERSION VARCHAR, TEXT VARCHAR,"
            + " REGISTERED_AT TIMESTAMP_NTZ(9) DEFAULT SYSDATE())");
  }

  @AfterAll
  void theAccountEnds() throws Exception {
    account.close();
  }

  @Test
  void initWritesAContractThatPassesTheCheck(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("orders.odcs.yaml");

    int exit =
        run("contract", "init", "shop.core.orders", "--key", "O_ID", "--file", file.toString());

    assertThat(exit).as(err.toString()).isEqualTo(Exit.OK);
    assertThat(run("contract", "check", file.toString())).as(out.toString()).isEqualTo(Exit.OK);
    Contract contract = ContractReader.read("drafted", Files.readString(file));
    assertThat(contract.id()).hasToString("core.orders.v1");
    assertThat(contract.source()).hasToString("SHOP.CORE.ORDERS");
    assertThat(contract.purpose()).hasValue("Orders as they are placed");
    assertThat(contract.fields())
        .extracting(f -> f.name() + " " + f.type() + (f.required() ? " required" : ""))
        .containsExactly(
            "o_id NUMBER(12,0) required",
            "o_at TIMESTAMP_NTZ(6) required",
            "o_price NUMBER(12,2)",
            "o_code BINARY",
            "o_more VARIANT",
            "o_clerk VARCHAR(15)",
            "o_time TIME(3)");
    assertThat(contract.field("o_price").description()).hasValue("Without taxes: yes");
    assertThat(contract.field("o_clerk").column()).isEqualTo("o Clerk");
  }

  @Test
  void initOfAnEventContractOverAViewNamesKeyTimeAndIdentity(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("event.odcs.yaml");

    int exit =
        run(
            "contract",
            "init",
            "SHOP.CORE.ORDERS",
            "--key",
            "O_ID",
            "--kind",
            "event",
            "--event-time",
            "O_AT",
            "--identity",
            "O_ID,O_AT",
            "--domain",
            "shop",
            "--name",
            "order_placed",
            "--team",
            "order-desk",
            "--file",
            file.toString());

    assertThat(exit).as(err.toString()).isEqualTo(Exit.OK);
    Contract contract = ContractReader.read("drafted", Files.readString(file));
    assertThat(contract.id()).hasToString("shop.order_placed.v1");
    assertThat(contract.owner()).hasToString("order-desk");
    assertThat(contract.identity()).containsExactly("o_id", "o_at");
  }

  @Test
  void aKeyThatMayBeNullInTheSourceIsNoted(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("prices.odcs.yaml");

    run("contract", "init", "SHOP.CORE.PRICES", "--key", "O_ID", "--file", file.toString());

    Contract contract = ContractReader.read("drafted", Files.readString(file));
    assertThat(contract.keyFields()).extracting(Field::name).containsExactly("o_id");
    assertThat(err.toString()).contains("O_ID may be null in the source", "missingKey");
  }

  @Test
  void initReplacesNothingUnlessForced(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("mine.odcs.yaml"), "mine");
    String[] init = {
      "contract", "init", "SHOP.CORE.PRICES", "--key", "O_ID", "--file", file.toString()
    };

    assertThat(run(init)).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("is there already");
    assertThat(file).hasContent("mine");

    List<String> forced = new ArrayList<>(List.of(init));
    forced.add("--force");
    assertThat(run(forced.toArray(String[]::new))).isEqualTo(Exit.OK);
    assertThat(Files.readString(file)).contains("core.prices.v1");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(run("contract", "init", "SHOP.CORE.NOWHERE", "--key", "ID")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("SHOP.CORE.NOWHERE does not exist");

    assertThat(run("contract", "init", "SHOP.CORE.PRICES", "--key", "ID")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("has no column ID", "O_ID, O_PRICE");
  }

  @Test
  void aFileIsComparedWithAllRegisteredVersions(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("moved.odcs.yaml"),
            Catalogue.before()
                .replace("version: 1.0.0", "version: 1.2.0")
                .replace("VARCHAR(200)", "VARCHAR(80)"));
    assertThat(run("contract", "check", file.toString(), "--against", "account:"))
        .isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("has no version of parcels.parcel_moved.v1 registered");

    register("parcels.parcel_moved.v1", "1.0.0", Catalogue.before());

    assertThat(run("contract", "check", file.toString(), "--against", "account:"))
        .isEqualTo(Exit.FAILED);
    assertThat(out.toString()).contains("type-narrowed", "field note", "2.0.0");
  }

  private void register(String contract, String version, String text) throws Exception {
    String insert = "INSERT INTO FRESHET.APP.CONTRACTS (CONTRACT, VERSION, TEXT) VALUES (?, ?, ?)";
    try (PreparedStatement statement = account.connection().prepareStatement(insert)) {
      statement.setString(1, contract);
      statement.setString(2, version);
      statement.setString(3, text);
      statement.executeUpdate();
    }
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    boolean asksTheAccount = all.contains("init") || all.contains("account:");
    if (asksTheAccount) {
      all.addAll(List.of("--url", account.jdbcUrl(), "--user", "TEST"));
      all.addAll(List.of("--password-file", password.toString()));
    }
    return Freshet.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
