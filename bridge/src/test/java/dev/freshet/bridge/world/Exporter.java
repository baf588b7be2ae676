package dev.freshet.bridge.world;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.contract.stage.Head;
import dev.freshet.contract.stage.StageLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Writes change sets to a stage as the export does: parts with DuckDB, the manifest, the head. It
 * remembers the facts it announced, with ids computed apart from the bridge.
 */
public final class Exporter implements AutoCloseable {
  private final World world;
  private final Contract contract;
  private final Connection duckdb;
  private final List<ExpectedFact> facts = new ArrayList<>();
  private Optional<SealedManifest> last = Optional.empty();
  private int lanes;
  private long lanesSince = 1;
  private int files;

  private Exporter(World world, Contract contract) throws SQLException {
    this.world = world;
    this.contract = contract;
    this.lanes = contract.lanes();
    this.duckdb = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Registers a contract from its text: on the stage, and its topic. */
  public static Exporter of(World world, String contractText, int topicPartitions)
      throws Exception {
    Contract contract = ContractReader.read("test contract", contractText);
    Exporter exporter = new Exporter(world, contract);
    exporter.put(StageLayout.contractFile(contract.id(), contract.version()), contractText);
    if (topicPartitions > 0) {
      world.createTopic(contract.topic(), topicPartitions, java.util.Map.of());
    }
    return exporter;
  }

  public Contract contract() {
    return contract;
  }

  public List<ExpectedFact> facts() {
    return List.copyOf(facts);
  }

  public SealedManifest last() {
    return last.orElseThrow();
  }

  /** The lanes in force. */
  public int lanes() {
    return lanes;
  }

  /** From the next change set on there are so many lanes. */
  public void changeLanes(int number) {
    lanes = number;
    lanesSince = nextSequence();
  }

  private long nextSequence() {
    return last.map(m -> m.manifest().sequence() + 1).orElse(1L);
  }

  /**
   * Announces a change set.
   *
   * @param parts for each part a query over {@code __op, __key, __n} and the contract's fields
   */
  public SealedManifest announce(String... parts) throws Exception {
    SealedManifest sealed = prepare(parts);
    announce(sealed);
    return sealed;
  }

  /** Writes a change set's parts, not its manifest. */
  public SealedManifest prepare(String... parts) throws Exception {
    return prepare(Stream.of(parts).map(Piece::mixed).toList());
  }

  /** Writes a change set's parts, some of them in folders, not its manifest. */
  public SealedManifest prepare(List<Piece> pieces) throws Exception {
    long sequence = nextSequence();
    List<Manifest.Part> written = new ArrayList<>();
    for (Piece piece : pieces) {
      Path file = file(piece.query(), lanes);
      long rows = remember(facts, sequence, file);
      String folder = StageLayout.dataFolder(contract.id(), sequence, 1) + piece.folder();
      Manifest.Part part = upload(folder, file, rows);
      written.add(
          new Manifest.Part(
              part.key(), part.bytes(), rows, part.etag(), piece.lane(), piece.bucket()));
    }
    return seal(sequence, last.map(SealedManifest::digest), written);
  }

  /** Announces a change set of parts in folders. */
  public SealedManifest announce(List<Piece> pieces) throws Exception {
    SealedManifest sealed = prepare(pieces);
    announce(sealed);
    return sealed;
  }

  public SealedManifest seal(
      long sequence, Optional<String> previousDigest, List<Manifest.Part> parts) {
    long rows = parts.stream().mapToLong(Manifest.Part::rows).sum();
    SealedManifest sealed =
        ManifestCodec.seal(
            new Manifest(
                contract.id(),
                contract.version(),
                sequence,
                previousDigest,
                Manifest.Kind.CHANGES,
                Instant.now(),
                new Manifest.Source("ACC", contract.source().toString(), "S", List.of()),
                new Manifest.Rows(rows, 0, 0, 0, 0),
                Optional.empty(),
                lanes,
                lanesSince,
                parts));
    last = Optional.of(sealed);
    return sealed;
  }

  /** Writes the manifest and the head. */
  public void announce(SealedManifest sealed) {
    manifest(sealed);
    Manifest manifest = sealed.manifest();
    put(
        StageLayout.head(contract.id()),
        new Head(contract.id().toString(), manifest.sequence(), sealed.digest()).text());
  }

  /** Writes the manifest, not the head. */
  public void manifest(SealedManifest sealed) {
    put(StageLayout.manifest(contract.id(), sealed.manifest().sequence()), sealed.text());
  }

  /** Writes the rows of a query as Parquet, spread over so many lanes. */
  Path file(String query, int among) throws Exception {
    Path file = world.directory().resolve(contract.id() + "-" + ++files + ".parquet");
    String laned =
        "SELECT __op, __key, (('0x' || substr(md5(__key), 1, 8))::BIGINT %% %d)::DECIMAL(38,0)"
                .formatted(among)
            + " AS __lane, __n::DECIMAL(38,0) AS __n, * EXCLUDE (__op, __key, __n) FROM ("
            + query
            + ")";
    try (Statement statement = duckdb.createStatement()) {
      statement.execute("SET preserve_insertion_order = true");
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 10000)".formatted(laned, file));
    }
    return file;
  }

  /** Adds the facts of a file to a list; returns how many. */
  long remember(List<ExpectedFact> to, long sequence, Path file) throws SQLException {
    String id =
        contract.kind() == Contract.Kind.STATE
            ? "'%s' || chr(10) || __key || chr(10) || %d".formatted(contract.id(), sequence)
            : "'%s' || chr(10) || %s".formatted(contract.id(), contract.identity().get(0));
    long rows = 0;
    try (Statement statement = duckdb.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT substr(sha256(%s), 1, 32), __key, __n::BIGINT FROM '%s'"
                    .formatted(id, file))) {
      while (result.next()) {
        to.add(
            new ExpectedFact(
                result.getString(1), result.getString(2), sequence, result.getLong(3)));
        rows++;
      }
    }
    return rows;
  }

  /** Puts a file into a folder of the stage and describes it as a part. */
  Manifest.Part upload(String folder, Path file, long rows) throws IOException {
    String key = folder + file.getFileName();
    String etag =
        world
            .s3()
            .putObject(r -> r.bucket(world.bucket()).key(key), RequestBody.fromFile(file))
            .eTag()
            .replace("\"", "");
    return new Manifest.Part(key, Files.size(file), rows, etag, Optional.empty(), Optional.empty());
  }

  void put(String key, String text) {
    world.s3().putObject(r -> r.bucket(world.bucket()).key(key), RequestBody.fromString(text));
  }

  @Override
  public void close() throws SQLException {
    duckdb.close();
  }
}
