package dev.freshet.contract.odcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.freshet.contract.draft.Draft;
import dev.freshet.contract.draft.RandomDrafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Contracts against the standard's own JSON schema, where a file of it is at hand: {@code
 * -Dfreshet.odcs-schema=FILE} or {@code FRESHET_ODCS_SCHEMA}. The file is odcs-json-schema-v3.1.0
 * of the Open Data Contract Standard's repository.
 */
class StandardSchemaTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Schema schema;

  @BeforeEach
  void readSchema() throws IOException {
    Optional<Path> file = file();
    assumeTrue(
        file.isPresent(),
        "no ODCS schema given: set -Dfreshet.odcs-schema=FILE or FRESHET_ODCS_SCHEMA to check"
            + " contracts against the standard");
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
            .getSchema(Files.readString(file.get()));
  }

  @Test
  void theExamplesAreOfTheStandard() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "sql", "contracts"))) {
      List<Path> contracts = files.filter(f -> f.toString().endsWith(".odcs.yaml")).toList();
      assertThat(contracts).isNotEmpty();
      for (Path contract : contracts) {
        assertIsOfTheStandard(contract.toString(), Files.readString(contract));
      }
    }
  }

  @Test
  void contractsThatWeTakeAreOfTheStandard() throws IOException {
    RandomDrafts drafts = new RandomDrafts(7);
    for (int i = 0; i < 50; i++) {
      Draft draft = drafts.contract();
      draft.read();
      assertIsOfTheStandard("contract " + i, draft.text());
    }
  }

  @Test
  void everyKeyOfOursHasItsPlaceInTheStandard() throws IOException {
    assertIsOfTheStandard("all keys", EveryKey.draft().text());
  }

  private void assertIsOfTheStandard(String name, String text) throws IOException {
    assertThat(schema.validate(YAML.readTree(text))).as(name).isEmpty();
  }

  private static Optional<Path> file() {
    return Optional.ofNullable(System.getProperty("freshet.odcs-schema"))
        .or(() -> Optional.ofNullable(System.getenv("FRESHET_ODCS_SCHEMA")))
        .map(Path::of);
  }
}
