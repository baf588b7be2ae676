package dev.freshet.sandbox.runner;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One call of a Java handler. The embedded Snowflake makes it by reflection and sees only a {@link
 * Callable}, so that no type of its own reaches the handler.
 *
 * <p>Arguments and result are SQL text: numbers in plain digits, booleans as {@code true} and
 * {@code false}, a VARIANT as JSON, null for SQL NULL. Blocking; the context class loader of the
 * calling thread must be {@code handlerClasses}. Whatever the handler throws leaves {@link #call}
 * as it is.
 */
public final class HandlerCall implements Callable<@Nullable String> {

  private final String jdbcUrl;
  private final Properties login;
  private final ClassLoader handlerClasses;
  private final String handler;
  private final List<@Nullable String> arguments;

  /**
   * @param jdbcUrl the server's JDBC URL
   * @param login what the driver logs in with: a grant that stands for the caller's session
   * @param handlerClasses sees the handler's jar and Snowpark
   * @param handler the procedure's HANDLER, {@code package.Class.method}
   * @param arguments one text per argument of the procedure, null for NULL
   */
  public HandlerCall(
      String jdbcUrl,
      Properties login,
      ClassLoader handlerClasses,
      String handler,
      List<@Nullable String> arguments) {
    this.jdbcUrl = jdbcUrl;
    this.login = login;
    this.handlerClasses = handlerClasses;
    this.handler = handler;
    this.arguments = arguments;
  }

  @Override
  public @Nullable String call() throws Exception {
    HandlerMethod method = HandlerMethod.find(handlerClasses, handler, arguments.size());
    try (ProcedureSession session = ProcedureSession.open(jdbcUrl, login)) {
      return SqlText.of(method.invoke(session.snowpark(), arguments));
    }
  }
}
