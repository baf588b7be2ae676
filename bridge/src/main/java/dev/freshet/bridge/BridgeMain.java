package dev.freshet.bridge;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.config.ConfigException;
import dev.freshet.bridge.config.ConfigReader;
import dev.freshet.bridge.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The bridge as a process: {@code run [--config FILE]}. Exit codes: 1 it could not start or go on,
 * 2 usage or configuration, 3 contradictory data.
 */
public final class BridgeMain {
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int CONTRADICTION = 3;

  private BridgeMain() {}

  public static void main(String[] arguments) {
    quietLibraries();
    List<String> words = List.of(arguments);
    boolean bare = words.equals(List.of("run"));
    boolean withFile =
        words.size() == 3 && words.get(0).equals("run") && words.get(1).equals("--config");
    if (!bare && !withFile) {
      System.err.println("usage: BridgeMain run [--config FILE]");
      System.exit(USAGE);
    }
    System.exit(run(withFile ? Optional.of(Path.of(words.get(2))) : Optional.empty()));
  }

  /** Runs until it is told to stop or cannot go on; gives the exit code. */
  public static int run(Optional<Path> file) {
    try {
      BridgeConfig config = ConfigReader.read(file, System.getenv());
      Bridge bridge = Bridge.start(config, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "shutdown"));
      return failed(bridge.awaitFatal());
    } catch (ConfigException e) {
      System.err.println(e.getMessage());
      return USAGE;
    } catch (IOException | RuntimeException e) {
      return failed(e);
    }
  }

  private static int failed(Throwable e) {
    System.err.println("The bridge cannot go on: " + (e.getMessage() == null ? e : e.getMessage()));
    return e instanceof LedgerException ? CONTRADICTION : FAILED;
  }

  /** One line a message, and of the libraries' only the warnings. */
  private static void quietLibraries() {
    setUnlessSet("showDateTime", "true");
    setUnlessSet("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    setUnlessSet("log.org.apache.kafka", "warn");
    setUnlessSet("log.org.apache.hadoop", "error");
    setUnlessSet("log.software.amazon.awssdk", "warn");
  }

  private static void setUnlessSet(String key, String value) {
    String property = "org.slf4j.simpleLogger." + key;
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
