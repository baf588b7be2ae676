package dev.freshet.cli.bridge;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code freshet bridge config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Prints every key with its meaning and default, or checks a configuration.")
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private BridgeOptions options;

  @Option(names = "--check", description = "Read the configuration and report every problem.")
  private boolean check;

  @Override
  public void run() {
    if (!check) {
      spec.commandLine().getOut().println(Settings.reference());
      return;
    }
    BridgeConfig config = options.config();
    spec.commandLine()
        .getOut()
        .printf(
            "sound: stage s3://%s/%s, kafka %s, ledger %s, group %s%n",
            config.aws().bucket(),
            config.aws().prefix(),
            config.kafka().bootstrapServers(),
            config.kafka().ledgerTopic(),
            config.group().id());
  }
}
