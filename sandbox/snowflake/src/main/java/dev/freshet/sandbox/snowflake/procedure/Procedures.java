package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Adds Java procedures to an engine: {@code EmbeddedSnowflake.builder().with(procedures)}.
 * Thread-safe. Close it after the engine.
 */
public final class Procedures implements Consumer<Engine>, AutoCloseable {

  private final SnowparkLibrary library;
  private final HandlerClasses classes;

  private Procedures(SnowparkLibrary library, HandlerClasses classes) {
    this.library = library;
    this.classes = classes;
  }

  /**
   * The process needs the environment variable DISABLE_REDIRECT_STDERR=1.
   *
   * @param snowparkLib the directory of Snowpark's jars, target/lib of the module snowpark-runner
   * @param directory for copies of handlers' jars; stays behind
   * @throws IllegalStateException saying what is missing
   */
  public static Procedures with(Path snowparkLib, Path directory) {
    SnowparkLibrary library = SnowparkLibrary.in(snowparkLib);
    return new Procedures(library, new HandlerClasses(library, directory));
  }

  @Override
  public void accept(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateProcedure());
    extensions.statement(new DropProcedure());
    extensions.statement(new ShowProcedures());
    extensions.statement(new DescribeProcedure());
    extensions.statement(new CallStatement(new HandlerRunner(library, classes, engine::jdbcUrl)));
  }

  @Override
  public void close() {
    classes.close();
    library.close();
  }
}
