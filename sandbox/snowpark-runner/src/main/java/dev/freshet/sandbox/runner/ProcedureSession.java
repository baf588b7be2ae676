package dev.freshet.sandbox.runner;

import com.snowflake.snowpark_java.Session;
import java.lang.reflect.Constructor;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.snowflake.client.jdbc.SnowflakeConnectionV1;
import net.snowflake.client.jdbc.SnowflakeDriver;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;

/**
 * A Snowpark session in stored-procedure mode, made as Snowflake makes it: around a connection that
 * is already there. {@code Session.apply} would do the same, but keeps one session for the whole
 * class loader, and procedures run side by side here; hence the constructors, which Snowpark keeps
 * to itself.
 */
final class ProcedureSession implements AutoCloseable {

  // Held, since java.util.logging forgets the level of a logger nobody holds.
  private static final Logger DRIVER = Logger.getLogger("net.snowflake.client.core");

  static {
    // At INFO the driver tells of every login, hence of every CALL.
    DRIVER.setLevel(Level.WARNING);
  }

  private final SnowflakeConnectionV1 connection;
  private final Session snowpark;

  private ProcedureSession(SnowflakeConnectionV1 connection, Session snowpark) {
    this.connection = connection;
    this.snowpark = snowpark;
  }

  static ProcedureSession open(String jdbcUrl, Properties login)
      throws SQLException, ReflectiveOperationException {
    // Not by DriverManager: that serves classes by their loader, and this loader's are its own.
    var connection = (SnowflakeConnectionV1) new SnowflakeDriver().connect(jdbcUrl, login);
    try {
      return new ProcedureSession(connection, around(connection));
    } catch (ReflectiveOperationException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  Session snowpark() {
    return snowpark;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static Session around(SnowflakeConnectionV1 connection)
      throws ReflectiveOperationException {
    Class<?> serverConnection = Class.forName("com.snowflake.snowpark.internal.ServerConnection");
    Object server =
        constructor(serverConnection, Map.class, boolean.class, Option.class)
            .newInstance(Map$.MODULE$.empty(), false, Some.apply(connection));
    Class<?> scalaSession = Class.forName("com.snowflake.snowpark.Session");
    Object session = constructor(scalaSession, serverConnection).newInstance(server);
    return constructor(Session.class, scalaSession).newInstance(session);
  }

  private static <T> Constructor<T> constructor(Class<T> type, Class<?>... parameters)
      throws NoSuchMethodException {
    Constructor<T> constructor = type.getDeclaredConstructor(parameters);
    constructor.setAccessible(true);
    return constructor;
  }
}
