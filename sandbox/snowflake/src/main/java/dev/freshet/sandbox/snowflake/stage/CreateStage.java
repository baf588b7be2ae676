package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.object.Creation;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * CREATE STAGE. The storage integration, the encryption and the directory table are read and have
 * no effect: all stages reach S3 as the sandbox.
 */
final class CreateStage implements StatementHandler {

  private final S3Client client;
  private final Path directory;

  CreateStage(S3Client client, Path directory) {
    this.client = client;
    this.directory = directory;
  }

  @Override
  public boolean handles(TokenReader statement) {
    return Creation.begins(statement, "STAGE");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    Creation creation = Creation.read(statement, session, "STAGE");
    Options options = new Options();
    new OptionReader(
            statement,
            Map.of(
                "URL", o -> options.url = o.tokens().string(),
                "STORAGE_INTEGRATION", OptionReader::word,
                "ENCRYPTION", OptionReader::skipBrackets,
                "DIRECTORY", OptionReader::skipBrackets,
                "COMMENT", o -> o.tokens().string()))
        .readAll();
    statement.expectEnd();
    Instant now = session.engine().clock().instant();
    return creation.store(
        session,
        Optional.ofNullable(options.url)
            .map(url -> external(creation.name(), S3Location.parse(url), now))
            .orElseGet(() -> internal(creation.name(), now)));
  }

  private Stage external(ObjectName name, S3Location location, Instant now) {
    return new Stage.External(name, location, new S3StageFiles(client, location), now);
  }

  // A stage that is created again starts empty, hence a directory of its own each time.
  private Stage internal(ObjectName name, Instant now) {
    Path folder = directory.resolve(UUID.randomUUID().toString());
    return new Stage.Internal(name, new FolderStageFiles(folder), now);
  }

  private static final class Options {
    @Nullable String url;
  }
}
