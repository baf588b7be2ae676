package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Snowpark as a client, in a class loader of its own: see resources/snowpark. */
class SnowparkTest {

  @TempDir private static Path directory;
  private static TestAccount account;
  private static URLClassLoader classes;
  private static Function<String, String> application;

  @BeforeAll
  static void start() throws Exception {
    account = new TestAccount();
    classes = new URLClassLoader(new URL[] {compiled()}, DriverVersion.snowpark());
    Map<String, String> settings =
        Map.of(
            "URL", account.url(),
            "SSL", "off",
            "ACCOUNT", "sandbox",
            "USER", "someone",
            "PASSWORD", "anything",
            "DB", "SHOP",
            "SCHEMA", "PUBLIC");
    application = function(classes.loadClass("DataFrames").getConstructor(Map.class), settings);
    assertThat(application.apply("write")).isEqualTo("3");
  }

  @AfterAll
  static void stop() throws Exception {
    ((AutoCloseable) application).close();
    classes.close();
    account.close();
  }

  @Test
  void readsAndFiltersATable() {
    assertThat(application.apply("filter")).isEqualTo("Row[1,10.50] Row[2,0.25]");
  }

  @Test
  void countsRows() {
    assertThat(application.apply("count")).isEqualTo("2");
  }

  @Test
  void groupsRows() {
    assertThat(application.apply("group"))
        .isEqualTo("Row[\"DONE \u2603\",-1.00] Row[\"NEW\",10.75]");
  }

  @Test
  void numbersRowsInWindows() {
    assertThat(application.apply("window")).isEqualTo("Row[1,1] Row[2,2] Row[3,1]");
  }

  @Test
  void appendsToATable() {
    assertThat(application.apply("append")).isEqualTo("2");
  }

  @Test
  void collectsAsynchronously() {
    assertThat(application.apply("async")).contains("Row[2,\"NEW\",0.25,null]");
  }

  @Test
  void seesTheTypesOfColumns() {
    assertThat(application.apply("schema"))
        .contains("ID")
        .contains("Decimal(12, 2)")
        .contains("String")
        .contains("Timestamp");
  }

  @Test
  void runsSqlWhereItLoggedIn() {
    assertThat(application.apply("sql")).isEqualTo("Row[\"SHOP\",\"PUBLIC\"]");
  }

  private static URL compiled() throws Exception {
    Path source = Path.of(SnowparkTest.class.getResource("/snowpark/DataFrames.java").toURI());
    String classPath;
    try (URLClassLoader snowpark = DriverVersion.snowpark()) {
      classPath =
          Arrays.stream(snowpark.getURLs())
              .map(URL::getPath)
              .collect(Collectors.joining(System.getProperty("path.separator")));
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", directory.toString(), source.toString());
    assertThat(status).as("exit status of the compiler").isZero();
    return directory.toUri().toURL();
  }

  @SuppressWarnings("unchecked")
  private static Function<String, String> function(
      Constructor<?> constructor, Map<String, String> settings)
      throws ReflectiveOperationException {
    return (Function<String, String>) constructor.newInstance(settings);
  }
}
