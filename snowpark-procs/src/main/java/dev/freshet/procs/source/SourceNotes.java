package dev.freshet.procs.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.freshet.contract.Json;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;

/**
 * What the source looked like when somebody last said that it is right: at a promotion, at a
 * resume, else at the first run. Rows are only ever inserted; the last one counts.
 */
public final class SourceNotes {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  public SourceNotes(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** The last note; empty before the first. */
  public Optional<Source> last() {
    return warehouse
        .rows(
            "SELECT SOURCE FROM "
                + schema.app().sourceNotes()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString())
                + " ORDER BY NOTED_AT DESC LIMIT 1")
        .stream()
        .findFirst()
        .map(row -> parse(row.text(0)));
  }

  /** Notes what the source looks like. */
  public void note(Source source) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().sourceNotes()
            + " (CONTRACT, SOURCE) SELECT "
            + Sql.literal(schema.contract().toString())
            + ", "
            + Sql.literal(text(source)));
  }

  private static String text(Source source) {
    try {
      return Json.STRICT.writeValueAsString(source);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a source's columns and policies are plain records", e);
    }
  }

  private Source parse(String text) {
    try {
      return Json.STRICT.readValue(text, Source.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the last note of contract "
              + schema.contract()
              + " in "
              + schema.app().sourceNotes()
              + " cannot be read: was the table altered? RESUME_CONTRACT or a promotion writes a"
              + " new one",
          e);
    }
  }
}
