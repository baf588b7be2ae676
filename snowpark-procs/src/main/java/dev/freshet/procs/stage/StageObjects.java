package dev.freshet.procs.stage;

import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Single texts on the stage, and what stands below a folder. */
public final class StageObjects {
  private final Warehouse warehouse;
  private final AppSchema app;

  public StageObjects(Warehouse warehouse, AppSchema app) {
    this.warehouse = warehouse;
    this.app = app;
  }

  /**
   * The objects whose key begins so: LIST matches by prefix, so a folder ends in a slash. Their
   * names are those below the folder.
   */
  public List<StageFile> list(String prefix) {
    return warehouse
        .named("LIST " + app.onStage(prefix), List.of("name", "size", "md5"))
        .rows()
        .stream()
        .map(
            row ->
                new StageFile(
                    StageFile.below(prefix, row.text(0)),
                    row.whole(1),
                    row.text(2).replace("\"", "")))
        .toList();
  }

  /** The text that stands under a key, without its last line break; empty if nothing does. */
  public Optional<String> read(String key) {
    boolean there = list(key).stream().anyMatch(f -> f.name().equals(StageFile.lastPart(key)));
    return there ? Optional.of(content(key)) : Optional.empty();
  }

  private String content(String key) {
    return warehouse
        .rows(
            "SELECT $1 FROM "
                + app.onStage(key)
                + " (FILE_FORMAT => "
                + Sql.literal(app.textFormat())
                + ")")
        .stream()
        .map(row -> row.optional(0).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Writes the one text that a query gives, followed by a line break. No row, no object.
   *
   * @param query selects one text column of at most one row
   */
  public void write(String key, String query) {
    warehouse.run(
        "COPY INTO "
            + app.onStage(key)
            + "\nFROM ("
            + query
            + ")\nFILE_FORMAT = (FORMAT_NAME = "
            + Sql.literal(app.textFormat())
            + ")\nSINGLE = TRUE OVERWRITE = TRUE HEADER = FALSE");
  }
}
