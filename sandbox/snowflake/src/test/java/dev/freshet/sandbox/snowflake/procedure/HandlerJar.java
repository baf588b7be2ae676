package dev.freshet.sandbox.snowflake.procedure;

import dev.freshet.sandbox.snowflake.account.Account;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles the handlers of the tests against Snowpark, into a jar. */
public final class HandlerJar {

  private HandlerJar() {}

  public static Path compiledIn(Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("handler-classes"));
    Path source = directory.resolve("Handlers.java");
    try (InputStream text = HandlerJar.class.getResourceAsStream("/handlers/Handlers.java")) {
      Files.write(source, Objects.requireNonNull(text).readAllBytes());
    }
    String classPath = snowpark().toString();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    if (status != 0) {
      throw new IllegalStateException("the handlers of the tests do not compile");
    }
    return jar(classes, directory.resolve("handlers.jar"));
  }

  private static Path snowpark() throws IOException {
    try (Stream<Path> jars = Files.list(Account.snowparkLib())) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("snowpark-1."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path jar(Path classes, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(file);
        Stream<Path> found = Files.walk(classes)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, jar);
        jar.closeEntry();
      }
    }
    return target;
  }
}
