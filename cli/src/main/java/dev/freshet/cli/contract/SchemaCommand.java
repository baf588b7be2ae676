package dev.freshet.cli.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Json;
import dev.freshet.contract.avro.AvroSchema;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet contract schema FILE}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description =
        "Prints the Avro schema of a contract's record values, as the registry gets it, or the JSON "
            + "Schema of its JSON records.")
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An ODCS file, one fact.")
  private Path file;

  @Option(names = "--key", description = "That of the keys instead of the values.")
  private boolean key;

  @Option(names = "--json", description = "JSON Schema (draft 2020-12) of the JSON form.")
  private boolean json;

  @Option(names = "--pretty", description = "Avro over several lines, for people.")
  private boolean pretty;

  @Override
  public void run() {
    Contract contract = ContractFile.read(file).contract();
    spec.commandLine().getOut().println(json ? json(contract) : avro(contract));
  }

  private String json(Contract contract) {
    return key
        ? RecordJsonSchema.key(contract).toPrettyString()
        : RecordJsonSchema.value(contract).toPrettyString();
  }

  private String avro(Contract contract) {
    String schema = key ? AvroSchema.key(contract) : AvroSchema.value(contract);
    try {
      return pretty ? Json.STRICT.readTree(schema).toPrettyString() : schema;
    } catch (JsonProcessingException e) {
      throw CommandFailed.contradiction("The schema of " + contract.id() + " is not JSON", e);
    }
  }
}
