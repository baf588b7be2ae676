package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.object.DropStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Adds stages to an engine: {@code EmbeddedSnowflake.builder().with(stages)}. Thread-safe. Close it
 * after the engine.
 */
public final class Stages implements Consumer<Engine>, AutoCloseable {

  private final S3Client client;
  private final Path directory;

  private Stages(S3Client client, Path directory) {
    this.client = client;
    this.directory = directory;
  }

  /**
   * @param directory for the files of internal stages and of unloads under way; stays behind
   */
  public static Stages over(S3Access s3, Path directory) {
    return new Stages(client(s3), directory.toAbsolutePath().normalize());
  }

  @Override
  public void accept(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.statement(new CreateStage(client, directory.resolve("internal")));
    extensions.statement(new CreateFileFormat());
    extensions.statement(new CreateStorageIntegration());
    extensions.statement(new DropStatement(ObjectKind.STAGE, "STAGE"));
    extensions.statement(new DropStatement(ObjectKind.FILE_FORMAT, "FILE", "FORMAT"));
    extensions.statement(new ShowStages());
    extensions.statement(new ListFiles());
    extensions.statement(new RemoveFiles());
    extensions.statement(new TransferFiles());
    extensions.statement(new UnloadStatement(directory.resolve("unload")));
    extensions.stages(new StagedText());
  }

  /**
   * The local file behind a file of an internal stage: the jar of a procedure.
   *
   * @throws SnowflakeException if the stage or the file is not there, or the stage is external
   */
  public static Path localFile(Session session, StageAddress address) {
    if (!(toRead(session, address) instanceof Stage.Internal internal)) {
      throw SnowflakeException.unsupported(
          "The sandbox takes IMPORTS from internal stages only; " + address + " is external.");
    }
    try {
      Path file = internal.files().at(address.path());
      if (!file.toFile().isFile()) {
        throw SnowflakeException.missing("File", address);
      }
      return file;
    } catch (IOException e) {
      throw failed("reading " + address, e);
    }
  }

  /** A stage whose files are to be read. */
  static Stage toRead(Session session, StageAddress address) {
    return find(session, address, "READ");
  }

  /** A stage whose files are to be written or removed. */
  static Stage toWrite(Session session, StageAddress address) {
    return find(session, address, "WRITE");
  }

  /** An external stage has but one privilege, USAGE. */
  private static Stage find(Session session, StageAddress address, String privilege) {
    var engine = session.engine();
    Stage stage = engine.catalog().get(ObjectKind.STAGE, address.stage(), Stage.class);
    boolean internal = stage instanceof Stage.Internal;
    engine.access().require(session.role(), internal ? privilege : "USAGE", stage);
    return stage;
  }

  static SnowflakeException failed(String doing, IOException e) {
    return new SnowflakeException("100044", "58030", "Failure " + doing + ": " + e.getMessage(), e);
  }

  private static S3Client client(S3Access s3) {
    return S3Client.builder()
        .endpointOverride(s3.endpoint())
        .region(Region.of(s3.region()))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(s3.accessKeyId(), s3.secretAccessKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    client.close();
  }
}
