package dev.freshet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.freshet.cli.CommandRun;
import dev.freshet.cli.command.Exit;
import dev.freshet.contract.Json;
import dev.freshet.contract.mistake.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code contract check}: what it exits with, and its four outputs. */
class CheckTest {
  @TempDir private Path directory;
  private String before;
  private String renamed;
  private String keyless;

  @BeforeEach
  void files() throws IOException {
    before = file("before", Catalogue.before());
    renamed =
        file(
            "renamed",
            Catalogue.before()
                .replace("version: 1.0.0", "version: 1.1.0")
                .replace("{name: note,", "{name: remark, physicalName: NOTE,"));
    keyless =
        file("keyless", Catalogue.before().replaceAll(", primaryKey: true, [a-zA-Z]*: [12]", ""));
  }

  @Test
  void withoutAgainstOnlyTheFileIsChecked() {
    CommandRun run = CommandRun.of("contract", "check", before);

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains(
            "is sound; not compared with an earlier version", "parcels.parcel_moved.v1 1.0.0");
  }

  @Test
  void theWorstOfSeveralFilesDecidesAndAllAreTold() {
    CommandRun run = CommandRun.of("contract", "check", before, keyless, "nowhere.yaml");

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.out())
        .contains("before.odcs.yaml is sound")
        .contains("keyless.odcs.yaml is not a sound contract")
        .contains("nowhere.yaml: no answer");
  }

  @Test
  void aFileThatIsNotYamlGivesNoAnswerAndItsLine() throws IOException {
    String broken = file("broken", "kind: DataContract\nschema: [\n");

    CommandRun run = CommandRun.of("contract", "check", broken);

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).contains("is not YAML", "line 3");
  }

  @Test
  void aPlaceNobodyKnowsIsAUsageError() {
    CommandRun run = CommandRun.of("contract", "check", before, "--against", "svn:trunk");

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("file:FILE, git:REF or account:", "svn:trunk");
  }

  @Test
  void anAccountThatCannotBeReachedGivesNoAnswer() {
    CommandRun run = CommandRun.of("contract", "check", before, "--against", "account:");

    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.out()).contains("registered versions of parcels.parcel_moved.v1");
  }

  @Test
  void annotationsStandOnTheLineOfTheField() {
    CommandRun run = against("github");

    assertThat(run.exit()).isEqualTo(Exit.FAILED);
    assertThat(run.out())
        .contains("::error file=" + renamed + ",line=37,title=")
        .contains("field-renamed")
        .contains("%0ATo call: parcel-desk");
  }

  @Test
  void jsonIsForPrograms() throws IOException {
    JsonNode file = Json.STRICT.readTree(against("json").out()).path("files").path(0);

    assertThat(file.path("standing").asText()).isEqualTo("fails");
    assertThat(file.path("contract").asText()).isEqualTo("parcels.parcel_moved.v1");
    assertThat(file.path("verdict").asText()).isEqualTo("needs a new major");
    assertThat(file.path("least_version").asText()).isEqualTo("2.0.0");
    assertThat(file.path("owner").asText()).startsWith("parcel-desk");
    assertThat(file.path("findings").path(0).path("rule").asText()).isEqualTo("field-renamed");
    assertThat(file.path("remarks").path(0).path("line").asInt()).isEqualTo(37);
  }

  @Test
  void junitHasACaseForEachFile() throws Exception {
    CommandRun run =
        CommandRun.of("contract", "check", before, keyless, "nowhere.yaml", "--output", "junit");

    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("no field is the key");
  }

  private CommandRun against(String output) {
    return CommandRun.of(
        "contract", "check", renamed, "--against", "file:" + before, "--output", output);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name + ".odcs.yaml"), text).toString();
  }
}
