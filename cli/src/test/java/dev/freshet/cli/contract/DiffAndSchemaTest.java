package dev.freshet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.cli.CommandRun;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.Json;
import dev.freshet.contract.mistake.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contract diff} and {@code contract schema}. */
class DiffAndSchemaTest {
  @TempDir private Path directory;
  private String before;

  @BeforeEach
  void before() throws IOException {
    before = file("before", Catalogue.before());
  }

  @Test
  void findingsAreGroupedByVerdictGravestFirst() throws IOException {
    String after =
        file(
            "after",
            Catalogue.before()
                .replace("version: 1.0.0", "version: 1.1.0")
                .replace("VARCHAR(200)", "VARCHAR(400)")
                .replace("WEIGHT_KG > 0", "WEIGHT_KG > 1")
                .replace("NUMBER(12,2)", "NUMBER(12,4)"));

    CommandRun run = CommandRun.of("contract", "diff", before, after);

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .containsSubsequence(
            "needs a new major",
            "scale-changed: field price",
            "consumers see:",
            "compatible with a snapshot",
            "where-changed",
            "compatible\n",
            "type-widened: field note",
            "The least version that suffices is 2.0.0; the file does not suffice.",
            "To call: parcel-desk");
  }

  @Test
  void nothingChangedIsSaid() {
    assertThat(CommandRun.of("contract", "diff", before, before).out())
        .contains("nothing changed", "suffices");
  }

  @Test
  void oneFileAloneIsAUsageError() {
    CommandRun run = CommandRun.of("contract", "diff", before);

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("OLD NEW");
  }

  @Test
  void theAvroSchemaIsPrinted() throws IOException {
    JsonNode value = Json.STRICT.readTree(CommandRun.of("contract", "schema", before).out());
    JsonNode key = Json.STRICT.readTree(CommandRun.of("contract", "schema", before, "--key").out());

    assertThat(value.path("fields")).hasSize(9);
    assertThat(key.path("fields").findValuesAsText("name")).containsExactly("depot", "parcel_id");
  }

  @Test
  void theJsonSchemaSaysWhatARecordHolds() throws IOException {
    JsonNode schema =
        Json.STRICT.readTree(CommandRun.of("contract", "schema", before, "--json").out());

    JsonNode fields = schema.path("properties");
    assertThat(schema.path("required")).hasSize(9);
    assertThat(fields.path("parcel_id").path("type").asText()).isEqualTo("integer");
    assertThat(fields.path("price").path("pattern").asText()).isEqualTo("^-?[0-9]+\\.[0-9]{2}$");
    assertThat(fields.path("status").path("enum")).hasSize(3);
    assertThat(fields.path("note").path("anyOf").path(0).path("type").asText()).isEqualTo("null");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name + ".odcs.yaml"), text).toString();
  }
}
