package dev.freshet.sandbox.snowflake.query;

import java.util.Locale;

/** What Snowflake calls a column that has no alias: its text, in upper case where not quoted. */
final class Labels {

  private Labels() {}

  static String of(String text) {
    StringBuilder label = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        quote = text.length();
      }
      label.append(text.substring(at, quote).toUpperCase(Locale.ROOT));
      int end = quote >= text.length() ? quote : text.indexOf('"', quote + 1) + 1;
      label.append(text, quote, Math.max(quote, end));
      at = Math.max(end, quote + (quote < text.length() ? 1 : 0));
    }
    return label.toString();
  }
}
