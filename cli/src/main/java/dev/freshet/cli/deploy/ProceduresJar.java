package dev.freshet.cli.deploy;

import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The jar of the stored procedures.
 *
 * @param path absolute
 * @param hash its SHA-256, the first 16 digits: names the folder it is uploaded to
 */
record ProceduresJar(Path path, String hash) {
  private static final int DIGITS = 16;

  static final String NAME = "freshet-snowpark-procs.jar";

  static ProceduresJar of(Path path) {
    if (!path.endsWith(NAME) || !Files.isRegularFile(path)) {
      throw CommandFailed.usage(
          "The procedures' jar is not there: looked for "
              + path.toAbsolutePath()
              + ", which must be a file named "
              + NAME
              + ". Build it (./mvnw -pl snowpark-procs -am package) or name it with --procedures");
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      return new ProceduresJar(
          path.toAbsolutePath(), "sha256_" + HexFormat.of().formatHex(digest).substring(0, DIGITS));
    } catch (IOException e) {
      throw CommandFailed.failed("Reading " + path + " failed: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
