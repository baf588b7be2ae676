package dev.freshet.bridge.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** Turn the texts of settings into values; each message says what is expected. */
final class Parsers {
  private Parsers() {}

  static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must not be blank");
    }
    return text.strip();
  }

  static String word(String text) {
    if (!text.matches("[a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "may have lower-case letters, digits and hyphens, found '" + text + "'");
    }
    return text;
  }

  static String folder(String text) {
    return text.isEmpty() || text.endsWith("/") ? text : text + "/";
  }

  static URI address(String text) {
    URI address = URI.create(text.strip());
    if (address.getHost() == null) {
      throw new IllegalArgumentException(
          "must be an address such as http://127.0.0.1:9000, found '" + text + "'");
    }
    return address;
  }

  static URI root(String text) {
    URI address = address(text);
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "must not hold credentials; give registry.user and registry.password-file");
    }
    if (address.getQuery() != null || address.getFragment() != null) {
      throw new IllegalArgumentException("must be an address without query and fragment");
    }
    String root = address.toString();
    return root.endsWith("/") ? URI.create(root.substring(0, root.length() - 1)) : address;
  }

  static Path file(String text) {
    Path path = Path.of(text.strip());
    if (!path.toFile().isFile()) {
      throw new IllegalArgumentException("names no file: " + path.toAbsolutePath());
    }
    return path;
  }

  static Function<String, Integer> whole(int least, int most) {
    return text -> {
      String expected =
          "must be a whole number from " + least + " to " + most + ", found '" + text + "'";
      try {
        int value = Integer.parseInt(text.strip());
        if (value < least || value > most) {
          throw new IllegalArgumentException(expected);
        }
        return value;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(expected, e);
      }
    };
  }

  static Function<String, Duration> seconds(int least, int most) {
    return text -> Duration.ofSeconds(whole(least, most).apply(text));
  }
}
