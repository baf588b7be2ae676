package dev.freshet.bridge.fact;

import dev.freshet.bridge.stage.PartSource;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part in a file, written by DuckDB, and what a reader makes of it. */
record PartOnDisk(Path file, long rows) implements PartSource {
  static final String NAME = "data/test.parquet";

  /** The rows of a query, as a part. */
  static PartOnDisk of(Path file, long rows, String query) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file));
    }
    return new PartOnDisk(file, rows);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public long length() {
    return file.toFile().length();
  }

  @Override
  public void read(long offset, byte[] target, int at, int length) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(offset);
      bytes.readFully(target, at, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The facts of one lane from a row on. */
  List<Fact> facts(Contract contract, Encodings encodings, int lane, long fromRow) {
    FactReader.Request request =
        new FactReader.Request(contract, encodings, manifest(contract), 0, lane, fromRow);
    List<Fact> facts = new ArrayList<>();
    try (FactReader reader = ParquetFacts.open(this, request)) {
      for (Fact fact = reader.next(); fact != null; fact = reader.next()) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private Manifest manifest(Contract contract) {
    Manifest.Part part =
        new Manifest.Part(NAME, length(), rows, "e", Optional.empty(), Optional.empty());
    return new Manifest(
        contract.id(),
        contract.version(),
        1,
        Optional.empty(),
        Manifest.Kind.CHANGES,
        Instant.EPOCH,
        new Manifest.Source("A", "D.S.T", "S", List.of()),
        new Manifest.Rows(rows, 0, 0, 0, 0),
        Optional.empty(),
        2,
        1,
        List.of(part));
  }
}
