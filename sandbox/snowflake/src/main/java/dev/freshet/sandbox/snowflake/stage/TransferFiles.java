package dev.freshet.sandbox.snowflake.stage;

import dev.freshet.sandbox.snowflake.engine.Result;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.engine.StatementHandler;
import dev.freshet.sandbox.snowflake.engine.StatementType;
import dev.freshet.sandbox.snowflake.object.OptionReader;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PUT and GET. The answer tells the driver to copy the files itself, between two local directories.
 * Only internal stages take part, as in Snowflake (developer-guide/upload-dependencies).
 */
final class TransferFiles implements StatementHandler {

  private static final String SCHEME = "file://";

  @Override
  public boolean handles(TokenReader statement) {
    return statement.startsWith("PUT") || statement.startsWith("GET");
  }

  @Override
  public Result execute(Session session, TokenReader statement) {
    boolean put = statement.next().isWord("PUT");
    String local = put ? localFile(statement) : "";
    StageAddress address = StageAddress.read(statement, session);
    Stage stage = put ? Stages.toWrite(session, address) : Stages.toRead(session, address);
    if (!(stage instanceof Stage.Internal internal)) {
      throw external(put ? "PUT" : "GET", address);
    }
    try {
      return put
          ? upload(local, internal, address, statement)
          : download(localFile(statement), internal, address, statement);
    } catch (IOException e) {
      throw Stages.failed("preparing the transfer to or from " + address, e);
    }
  }

  private static Result upload(
      String local, Stage.Internal stage, StageAddress address, TokenReader statement)
      throws IOException {
    Upload options = new Upload();
    new OptionReader(statement, options.known()).readAll();
    statement.expectEnd();
    Path directory = Files.createDirectories(stage.files().at(address.path()));
    Map<String, Object> transfer = transfer("UPLOAD", directory);
    transfer.put("src_locations", List.of(local));
    transfer.put("autoCompress", options.autoCompress);
    transfer.put("overwrite", options.overwrite);
    transfer.put("sourceCompression", options.sourceCompression);
    return Result.transfer(StatementType.PUT, transfer);
  }

  private static Result download(
      String local, Stage.Internal stage, StageAddress address, TokenReader statement)
      throws IOException {
    new OptionReader(statement, Map.of("PARALLEL", OptionReader::number)).readAll();
    statement.expectEnd();
    Map<String, Object> transfer = transfer("DOWNLOAD", stage.files().at(""));
    List<String> paths = stage.files().list(address.path()).stream().map(StagedFile::path).toList();
    transfer.put("src_locations", paths);
    transfer.put("localLocation", local);
    return Result.transfer(StatementType.GET, transfer);
  }

  private static Map<String, Object> transfer(String command, Path directory) {
    Map<String, Object> stageInfo = new HashMap<>();
    stageInfo.put("locationType", "LOCAL_FS");
    stageInfo.put("location", directory.toString());
    stageInfo.put("path", "");
    stageInfo.put("region", "");
    stageInfo.put("storageAccount", "");
    stageInfo.put("isClientSideEncrypted", false);
    stageInfo.put("creds", Map.of());
    Map<String, Object> transfer = new HashMap<>();
    transfer.put("command", command);
    transfer.put("parallel", 4);
    transfer.put("threshold", 209_715_200);
    // Without it the driver leaves out a column that Snowpark reads.
    transfer.put("clientShowEncryptionParameter", true);
    transfer.put("stageInfo", stageInfo);
    return transfer;
  }

  private static String localFile(TokenReader statement) {
    Token token = statement.peek();
    boolean file = token.kind() == Token.Kind.FILE || token.kind() == Token.Kind.STRING;
    if (!file || !token.text().startsWith(SCHEME)) {
      throw statement.unexpected("expected a local file, file://<path>");
    }
    statement.next();
    return token.text().substring(SCHEME.length());
  }

  private static SnowflakeException external(String command, StageAddress address) {
    return new SnowflakeException(
        "002296",
        "0A000",
        "SQL compilation error:\n"
            + command
            + " is not supported for external stages; "
            + address.stage()
            + " is one.");
  }

  /** The options of PUT. */
  private static final class Upload {
    private boolean autoCompress = true;
    private boolean overwrite;
    private String sourceCompression = "auto_detect";

    Map<String, Consumer<OptionReader>> known() {
      return Map.of(
          "AUTO_COMPRESS", o -> autoCompress = o.bool(),
          "OVERWRITE", o -> overwrite = o.bool(),
          "SOURCE_COMPRESSION", o -> sourceCompression = o.word(),
          "PARALLEL", OptionReader::number);
    }
  }
}
