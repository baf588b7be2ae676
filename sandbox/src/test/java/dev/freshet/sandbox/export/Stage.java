package dev.freshet.sandbox.export;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.manifest.SealedManifest;
import dev.freshet.contract.stage.StageLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What consumers of the stage see. */
record Stage(S3Client s3, String bucket, String prefix) {

  /** All keys below a folder, in order. */
  List<String> keys(String folder) {
    return s3
        .listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix + folder))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  String text(String key) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(prefix + key)).asUtf8String();
  }

  void write(String key, String text) {
    s3.putObject(
        b -> b.bucket(bucket).key(prefix + key),
        software.amazon.awssdk.core.sync.RequestBody.fromString(text));
  }

  /** A contract's manifests in order; each is read and its digest checked. */
  List<SealedManifest> manifests(ContractId contract) {
    return keys(StageLayout.manifestFolder(contract)).stream()
        .map(key -> ManifestCodec.read(key, text(key)))
        .toList();
  }

  byte[] bytes(String key) {
    return s3.getObjectAsBytes(b -> b.bucket(bucket).key(prefix + key)).asByteArray();
  }

  String etag(String key) {
    return s3.headObject(b -> b.bucket(bucket).key(prefix + key)).eTag().replace("\"", "");
  }

  /** The rows of a change set's parts as DuckDB reads them, in the order of the parts. */
  List<List<String>> rows(Manifest manifest) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (Manifest.Part part : manifest.parts()) {
      rows.addAll(query(part, "SELECT * FROM read_parquet('%s')"));
    }
    return rows;
  }

  /** The type of each column of a part, as DuckDB sees it. */
  List<String> columnTypes(Manifest.Part part) throws Exception {
    return query(part, "DESCRIBE SELECT * FROM read_parquet('%s')").stream()
        .map(row -> row.get(1))
        .toList();
  }

  private List<List<String>> query(Manifest.Part part, String sql) throws Exception {
    Path file = Files.createTempFile("part", ".parquet");
    try {
      Files.write(file, bytes(part.key()));
      return rows(sql.formatted(file));
    } finally {
      Files.delete(file);
    }
  }

  private static List<List<String>> rows(String sql) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
