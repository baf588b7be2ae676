package dev.freshet.sandbox.snowflake.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snowpark with its driver and the runner, in a class loader that sees nothing of this server.
 * Loading it takes some seconds and 40 MB, hence once for all procedures. Thread-safe.
 */
final class SnowparkLibrary implements AutoCloseable {

  private static final String RUNNER = "dev.freshet.sandbox.runner.HandlerCall";
  private static final String KEEP_STDERR = "DISABLE_REDIRECT_STDERR";

  private final URLClassLoader classes;

  private SnowparkLibrary(URLClassLoader classes) {
    this.classes = classes;
  }

  /**
   * @param directory holds all jars: the module snowpark-runner collects them in its target/lib
   * @throws IllegalStateException if a jar is missing or the environment would lose output
   */
  static SnowparkLibrary in(Path directory) {
    if (System.getenv(KEEP_STDERR) == null) {
      throw new IllegalStateException(
          "Snowpark would close this process's standard error when it is loaded. Start the process"
              + " with the environment variable "
              + KEEP_STDERR
              + "=1.");
    }
    List<Path> jars = jars(directory);
    for (String wanted : List.of("snowpark-1.", "snowflake-jdbc-3.", "snowpark-runner-")) {
      if (jars.stream().noneMatch(jar -> jar.getFileName().toString().contains(wanted))) {
        throw new IllegalStateException(
            "No jar of " + wanted + "x in " + directory + "; package the module snowpark-runner.");
      }
    }
    return new SnowparkLibrary(loader(jars, ClassLoader.getPlatformClassLoader()));
  }

  /** A class loader over this one. */
  URLClassLoader extendedBy(List<Path> jars) {
    return loader(jars, classes);
  }

  /** One call of a handler; see the runner's HandlerCall for the form of the arguments. */
  Callable<@Nullable String> call(
      String jdbcUrl,
      Properties login,
      ClassLoader handlerClasses,
      String handler,
      List<@Nullable String> arguments) {
    try {
      @SuppressWarnings("unchecked") // the one thing known of the class is that it is this
      Callable<@Nullable String> call =
          (Callable<@Nullable String>)
              Class.forName(RUNNER, true, classes)
                  .asSubclass(Callable.class)
                  .getConstructor(
                      String.class, Properties.class, ClassLoader.class, String.class, List.class)
                  .newInstance(jdbcUrl, login, handlerClasses, handler, arguments);
      return call;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the runner's jar is not of this version of Freshet", e);
    }
  }

  private static List<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(
          "Could not list the Snowpark jars in "
              + directory
              + "; package the module snowpark-runner.",
          e);
    }
  }

  private static URLClassLoader loader(List<Path> jars, ClassLoader parent) {
    return new URLClassLoader(jars.stream().map(SnowparkLibrary::url).toArray(URL[]::new), parent);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a file: " + jar, e);
    }
  }

  @Override
  public void close() {
    try {
      classes.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the Snowpark jars failed", e);
    }
  }
}
