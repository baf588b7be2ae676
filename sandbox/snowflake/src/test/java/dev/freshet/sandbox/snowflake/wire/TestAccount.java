package dev.freshet.sandbox.snowflake.wire;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** An account with an empty database SHOP and statements whose answers the test decides. */
final class TestAccount implements AutoCloseable {

  private final ScriptedStatements scripted = new ScriptedStatements();
  private final EmbeddedSnowflake snowflake;

  TestAccount() {
    this(Duration.ofSeconds(45));
  }

  /** An account whose requests wait no longer than that for their statement. */
  TestAccount(Duration patience) {
    snowflake =
        EmbeddedSnowflake.builder()
            .patience(patience)
            .with(engine -> engine.extensions().statement(scripted))
            .start();
    engine().catalog().createDatabase("SHOP", engine().clock().instant());
  }

  Engine engine() {
    return snowflake.engine();
  }

  ScriptedStatements scripted() {
    return scripted;
  }

  /** The account's address over HTTP. */
  String url() {
    return snowflake.url();
  }

  int port() {
    return snowflake.port();
  }

  /** A connection in SHOP.PUBLIC. */
  Connection connect(DriverVersion driver) throws SQLException {
    return connect(driver, Map.of("db", "shop", "schema", "public"));
  }

  Connection connect(DriverVersion driver, Map<String, String> settings) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "someone");
    properties.setProperty("password", "anything");
    properties.putAll(settings);
    return driver.connect(snowflake.jdbcUrl(), properties);
  }

  @Override
  public void close() {
    snowflake.close();
  }
}
