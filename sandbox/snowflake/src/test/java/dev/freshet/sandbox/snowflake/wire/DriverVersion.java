package dev.freshet.sandbox.snowflake.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;

/** The two drivers the account is used with: the newest, and the one Snowpark is tied to. */
enum DriverVersion {
  NEWEST(
      DriverVersion.class.getClassLoader(),
      "net.snowflake.client.api.driver.SnowflakeDriver",
      "net.snowflake.client.api.statement.SnowflakeStatement"),
  OF_SNOWPARK(
      snowpark(),
      "net.snowflake.client.jdbc.SnowflakeDriver",
      "net.snowflake.client.jdbc.SnowflakeStatement");

  private final Driver driver;
  private final Class<?> asyncStatement;

  DriverVersion(ClassLoader classes, String driver, String statement) {
    try {
      this.driver = (Driver) classes.loadClass(driver).getConstructor().newInstance();
      this.asyncStatement = classes.loadClass(statement);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("loading " + driver + " failed", e);
    }
  }

  Connection connect(String url, Properties properties) throws SQLException {
    // Else the newest driver asks the clouds' metadata servers where it runs.
    properties.setProperty("disablePlatformDetection", "true");
    return driver.connect(url, properties);
  }

  /** Snowflake's own extension of JDBC: sends a statement without waiting for its end. */
  ResultSet executeAsync(Statement statement, String sql)
      throws SQLException, ReflectiveOperationException {
    return (ResultSet)
        asyncStatement
            .getMethod("executeAsyncQuery", String.class)
            .invoke(statement.unwrap(asyncStatement), sql);
  }

  /** A loader that sees Snowpark, its driver and the JDK. */
  static URLClassLoader snowpark() {
    Path lib = Path.of(System.getProperty("snowpark.lib"));
    try (Stream<Path> jars = Files.list(lib)) {
      URL[] urls = jars.map(DriverVersion::url).toArray(URL[]::new);
      return new URLClassLoader("snowpark", urls, ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(
          lib + " cannot be read: build sandbox/snowpark-runner up to package first", e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
