package dev.freshet.cli.bridge;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.config.ConfigException;
import dev.freshet.bridge.config.ConfigReader;
import dev.freshet.bridge.inspect.Lookout;
import dev.freshet.bridge.ledger.LedgerException;
import dev.freshet.bridge.stage.StageDataException;
import dev.freshet.cli.command.CommandFailed;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where the bridge's configuration is, for every command of it. */
final class BridgeOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A properties file; variables FRESHET_… win over it. Keys: freshet bridge config.")
  private Optional<Path> file = Optional.empty();

  Optional<Path> file() {
    return file;
  }

  BridgeConfig config() {
    try {
      return ConfigReader.read(file, System.getenv());
    } catch (ConfigException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()), e);
    }
  }

  /** Looks at stage and ledger; what contradicts itself there has an exit code of its own. */
  <T> T looking(Function<Lookout, T> look) {
    try (Lookout lookout = Lookout.open(config())) {
      return look.apply(lookout);
    } catch (LedgerException | StageDataException e) {
      throw CommandFailed.contradiction(String.valueOf(e.getMessage()), e);
    }
  }
}
