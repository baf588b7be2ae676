package dev.freshet.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The canonical text of a business key, the same in SQL and Java: a single field stands as it is;
 * several are each written as {@code <bytes in UTF-8>:<text>}, so that no two keys share a text.
 */
public final class KeyText {
  private KeyText() {}

  /** The key's text from the canonical texts of its fields, in position order. */
  public static String of(List<String> fields) {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a key has one field at least");
    }
    if (fields.size() == 1) {
      return fields.get(0);
    }
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      text.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field);
    }
    return text.toString();
  }
}
