package dev.freshet.contract;

import java.util.regex.Pattern;

/**
 * Names a replay of a contract. Whoever asks chooses it; asking again under the same id asks for
 * the same replay.
 *
 * @param text 1 to 64 lower-case letters, digits and hyphens
 */
public record ReplayId(String text) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,64}");

  public ReplayId {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a replay's id has 1 to 64 lower-case letters, digits and hyphens, found '" + text + "'");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
