package dev.freshet.cli.contract;

import dev.freshet.cli.contract.earlier.Against;
import dev.freshet.cli.contract.earlier.RegisteredTexts;
import dev.freshet.cli.snowflake.SnowflakeOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where earlier versions are. */
final class AgainstOptions {
  @Mixin private SnowflakeOptions snowflake;

  @Option(
      names = "--against",
      paramLabel = "PLACE",
      description = {
        "Where earlier versions are: file:FILE (one version; may be repeated), git:REF (all that",
        "the contract had in that branch's history), account: (all registered in Snowflake)."
      })
  private List<String> against = List.of();

  @Option(
      names = "--schema",
      paramLabel = "DATABASE.SCHEMA",
      defaultValue = "FRESHET.APP",
      description = "For account: where Freshet is deployed (default: ${DEFAULT-VALUE}).")
  private String schema;

  /** One earlier version, in a file. */
  Against file(Path earlier) {
    return Against.parse("file:" + earlier, new RegisteredTexts(snowflake, schema));
  }

  /** The places named; none if only the file itself is to be checked. */
  List<Against> places() {
    RegisteredTexts account = new RegisteredTexts(snowflake, schema);
    return against.stream().map(a -> Against.parse(a, account)).toList();
  }
}
