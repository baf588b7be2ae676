package dev.freshet.cli.deploy;

import dev.freshet.cli.CommandException;
import dev.freshet.cli.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The jar of the stored procedures. It is uploaded below a folder named by its content: a procedure
 * changed while it runs can take effect within that run (docs.snowflake.com,
 * user-guide/tasks-graphs), so a file is never replaced.
 *
 * @param file the jar on this machine
 * @param hash the first digits of its SHA-256
 */
public record ProcsJar(Path file, String hash) {
  private static final int HASH_DIGITS = 16;

  /**
   * Looks at a jar.
   *
   * @throws CommandException if it cannot be read
   */
  public static ProcsJar of(Path file) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return new ProcsJar(file, HexFormat.of().formatHex(sha256).substring(0, HASH_DIGITS));
    } catch (IOException e) {
      throw new CommandException(
          "Cannot read the procedures' jar " + file + ": " + e.getMessage() + ". Build it first.",
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String folder(String database) {
    return "@" + database + ".APP.CODE/procs/" + hash + "/";
  }

  /** Where the jar is once uploaded, for IMPORTS. */
  String stagedFile(String database) {
    return folder(database) + file.getFileName();
  }

  /** The statement that uploads it; it does nothing if the jar is there. */
  SqlScript upload(String database) {
    String put =
        "PUT 'file://"
            + file.toAbsolutePath()
            + "' "
            + folder(database)
            + " AUTO_COMPRESS = FALSE OVERWRITE = FALSE";
    return new SqlScript(
        "upload of " + file.getFileName(), List.of(new SqlScript.Statement(1, put)));
  }
}
