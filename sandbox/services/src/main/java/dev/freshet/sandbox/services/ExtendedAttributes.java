package dev.freshet.sandbox.services;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/**
 * The store keeps ETags in extended attributes of the files; without them conditional requests
 * would silently not match.
 */
final class ExtendedAttributes {
  private ExtendedAttributes() {}

  static void require(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, ".probe", null);
    try {
      write(probe);
    } catch (IOException | UnsupportedOperationException e) {
      throw new IOException(
          "The embedded S3 cannot keep its objects in "
              + directory
              + ": the file system has no extended attributes. Choose a directory on another file system.",
          e);
    } finally {
      Files.delete(probe);
    }
  }

  private static void write(Path probe) throws IOException {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
    if (view == null) {
      throw new IOException("no view of extended attributes");
    }
    view.write("user.probe", ByteBuffer.wrap("1".getBytes(StandardCharsets.UTF_8)));
  }
}
