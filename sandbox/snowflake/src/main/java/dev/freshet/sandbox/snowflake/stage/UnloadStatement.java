package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.WriteIntent;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * COPY INTO a location. The files are there for everybody as soon as the statement ends, before a
 * COMMIT and after a ROLLBACK; streams in the query are consumed with the transaction, like by any
 * DML. Source: sql-reference/sql/copy-into-location.
 */
final class UnloadStatement implements StatementHandler {

  private final Path workDirectory;

  UnloadStatement(Path workDirectory) {
    this.workDirectory = workDirectory;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("COPY", "INTO");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Unload unload = Unload.read(session, statement);
    Stage stage = Stages.toWrite(session, unload.target());
    if (unload.query().streams().isEmpty()) {
      // Nothing is written but files: no other session is waited for, nor kept waiting.
      return run(session, unload, stage);
    }
    WriteIntent intent = WriteIntent.consuming(unload.query().streams());
    // Read again inside: only there nobody else can move the streams it consumes.
    return session
        .transaction()
        .write(intent, () -> run(session, Unload.read(session, statement.restarted()), stage));
  }

  @Override
  public Result describe(Session session, TokenReader statement) {
    return UnloadResult.header(Unload.read(session, statement).options()).build();
  }

  private Result run(Session session, Unload unload, Stage stage) {
    try {
      Path directory = Files.createDirectories(workDirectory.resolve(session.currentQueryId()));
      try {
        return store(session, unload, stage, rows(session, unload, directory));
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw Stages.failed("unloading to " + unload.target(), e);
    }
  }

  private static List<UnloadedFile> rows(Session session, Unload unload, Path directory)
      throws IOException {
    String query = unload.query().sql();
    if (unload.format() instanceof FileFormat.Csv csv) {
      return new TextUnload(session.duck(), directory, csv).write(query);
    }
    FileFormat.Parquet parquet = (FileFormat.Parquet) unload.format();
    ParquetColumns columns = ParquetColumns.of(session.duck(), query);
    requireLogicalTypes(session, columns);
    long maxFileSize = unload.options().single() ? Long.MAX_VALUE : unload.options().maxFileSize();
    ParquetUnload files = new ParquetUnload(session.duck(), directory, parquet);
    return unload.partition().isPresent()
        ? new PartitionedUnload(session.duck(), directory, files)
            .write(query, unload.partition().get(), columns, maxFileSize)
        : files.write(query, columns, maxFileSize);
  }

  private static Result store(Session session, Unload unload, Stage stage, List<UnloadedFile> files)
      throws IOException {
    UnloadOptions options = unload.options();
    String extension =
        unload.format() instanceof FileFormat.Parquet parquet ? parquet.extension() : "";
    UnloadNames names =
        new UnloadNames(unload.target().path(), options, session.currentQueryId(), extension);
    List<String> paths = new ArrayList<>();
    Map<String, Integer> counted = new HashMap<>();
    for (UnloadedFile file : files) {
      int n = counted.merge(file.partition(), 1, Integer::sum) - 1;
      paths.add(unload.partition().isPresent() ? names.file(file.partition(), n) : names.file(n));
      requireFits(file, options);
    }
    if (!options.overwrite()) {
      requireFree(stage, paths);
    }
    for (int i = 0; i < files.size(); i++) {
      stage.files().write(paths.get(i), files.get(i).file());
    }
    return UnloadResult.of(options, paths.stream().map(names::reported).toList(), files);
  }

  private static void requireLogicalTypes(Session session, ParquetColumns columns) {
    boolean narrowed =
        session
            .parameters()
            .isTrue(SessionParameters.Name.ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION);
    if (narrowed && columns.anyNumber()) {
      throw SnowflakeException.unsupported(
          "ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION is TRUE, so Snowflake would choose the types of"
              + " NUMBER columns by the values of this unload, which the sandbox does not imitate."
              + " Set it to FALSE on the task or session.");
    }
  }

  private static void requireFits(UnloadedFile file, UnloadOptions options) {
    if (options.single() && file.bytes() > options.maxFileSize()) {
      throw new SnowflakeException(
          "001308",
          "22000",
          "Max file size (%d) exceeded for unload single file mode: the file has %d bytes. Please increase MAX_FILE_SIZE or disable single file mode."
              .formatted(options.maxFileSize(), file.bytes()));
    }
  }

  private static void requireFree(Stage stage, List<String> paths) throws IOException {
    for (String path : paths) {
      boolean taken = stage.files().list(path).stream().anyMatch(f -> f.path().equals(path));
      if (taken) {
        throw new SnowflakeException(
            "001030",
            "22000",
            "Files already existing at the unload destination: "
                + stage.listed(path)
                + ". Use overwrite option to force unloading.");
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
