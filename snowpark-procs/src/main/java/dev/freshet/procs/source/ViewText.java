package dev.freshet.procs.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What in the text of a view keeps Snowflake from telling its changes (user-guide/streams-intro,
 * "Streams on Views"). A hint before the fact: what the view itself reads is not looked at, and the
 * last word is Snowflake's. The text is NULL for who does not own the view; then there is no hint.
 */
final class ViewText {

  private record Limit(Pattern pattern, String shown) {
    static Limit of(String regex, String shown) {
      return new Limit(Pattern.compile("\\b(?:" + regex + ")\\b", Pattern.CASE_INSENSITIVE), shown);
    }
  }

  /** Strings, quoted names and comments: words in them mean nothing. */
  private static final Pattern NO_WORDS =
      Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|\"[^\"]*\"|--[^\\n]*|//[^\\n]*|(?s:/\\*.*?\\*/)");

  private static final List<Limit> LIMITS =
      List.of(
          Limit.of("GROUP\\s+BY", "GROUP BY"),
          Limit.of("QUALIFY", "QUALIFY"),
          Limit.of("DISTINCT", "DISTINCT"),
          Limit.of("LIMIT|FETCH", "LIMIT"),
          Limit.of("UNION(?!\\s+ALL)", "UNION without ALL"),
          Limit.of("INTERSECT|EXCEPT|MINUS", "a set operation other than UNION ALL"),
          Limit.of("(?:LEFT|RIGHT|FULL)\\s+(?:OUTER\\s+)?JOIN", "an outer join"),
          Limit.of("OVER\\s*(?=\\()", "a window function"),
          Limit.of(
              "CURRENT_(?:TIMESTAMP|TIME|DATE|USER|ROLE)|SYSDATE|RANDOM|UUID_STRING",
              "a function that answers differently each time"));

  private ViewText() {}

  /** Why no stream is made on it, as the end of a sentence. */
  static Optional<String> whyNoStream(String text) {
    String words = NO_WORDS.matcher(text).replaceAll(" ");
    return LIMITS.stream()
        .filter(limit -> limit.pattern().matcher(words).find())
        .findFirst()
        .map(
            limit ->
                "is a view with "
                    + limit.shown()
                    + ": Snowflake tells the changes of views with projections, filters, inner and"
                    + " cross joins and UNION ALL only. Name an incremental dynamic table with that"
                    + " query, or a table that it is written to");
  }
}
