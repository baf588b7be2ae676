package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sessions;
import dev.freshet.sandbox.snowflake.stage.Stages;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs handlers, each on the thread of its CALL. The handler's Snowpark logs in at this server with
 * a password that joins the caller's session and is worth nothing afterwards.
 */
final class HandlerRunner {

  private static final Logger LOG = LoggerFactory.getLogger(HandlerRunner.class);

  private final SnowparkLibrary library;
  private final HandlerClasses classes;
  private final Supplier<String> jdbcUrl;

  HandlerRunner(SnowparkLibrary library, HandlerClasses classes, Supplier<String> jdbcUrl) {
    this.library = library;
    this.classes = classes;
    this.jdbcUrl = jdbcUrl;
  }

  @Nullable String run(Session session, Procedure procedure, List<@Nullable String> arguments)
      throws HandlerFailure {
    ClassLoader handlerClasses = classesOf(session, procedure);
    Sessions sessions = session.engine().sessions();
    String grant = sessions.grant(session);
    try {
      Callable<@Nullable String> call =
          library.call(
              jdbcUrl.get(), login(session, grant), handlerClasses, procedure.handler(), arguments);
      return within(handlerClasses, call);
    } finally {
      sessions.revoke(grant);
    }
  }

  private ClassLoader classesOf(Session session, Procedure procedure) throws HandlerFailure {
    List<Path> jars =
        procedure.imports().stream().map(jar -> Stages.localFile(session, jar)).toList();
    try {
      return classes.of(jars);
    } catch (IOException e) {
      throw new HandlerFailure(e);
    }
  }

  private static Properties login(Session session, String grant) {
    Properties login = new Properties();
    login.setProperty("user", session.user());
    login.setProperty("password", grant);
    return login;
  }

  // Whatever a handler throws, an Error of its own included, fails its CALL and nothing else.
  @SuppressWarnings("CatchThrowable")
  private static @Nullable String within(ClassLoader classes, Callable<@Nullable String> call)
      throws HandlerFailure {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return call.call();
    } catch (InvocationTargetException e) {
      throw new HandlerFailure(e.getCause() == null ? e : e.getCause());
    } catch (Throwable e) {
      LOG.debug("a handler failed", e);
      throw new HandlerFailure(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
