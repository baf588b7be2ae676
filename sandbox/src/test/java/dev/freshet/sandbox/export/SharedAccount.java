package dev.freshet.sandbox.export;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One account for all tests of the export: it takes seconds to start, and each test has a table and
 * a contract of its own. It ends with the last test.
 */
final class SharedAccount implements ParameterResolver {

  /** What the store closes. */
  private record Held(ExportAccount account, Path directory) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      account.close();
      try (var files = Files.walk(directory)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExportAccount.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedAccount.class))
        .computeIfAbsent(Held.class, type -> start(), Held.class)
        .account();
  }

  private static Held start() {
    try {
      Path directory = Files.createTempDirectory("freshet-export");
      return new Held(new ExportAccount(directory), directory);
    } catch (Exception e) {
      throw new IllegalStateException("the account for the export's tests did not start", e);
    }
  }
}
