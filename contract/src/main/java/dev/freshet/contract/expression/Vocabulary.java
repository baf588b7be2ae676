package dev.freshet.contract.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The functions of the grammar, and the words that can never be a column. */
final class Vocabulary {
  private static final int MANY = Integer.MAX_VALUE;

  /** How many arguments a function takes. */
  record Arity(int least, int most) {
    @Override
    public String toString() {
      return most == MANY ? least + " or more" : least == most ? "" + least : least + " to " + most;
    }
  }

  /** Functions whose value depends on their arguments alone and that no argument makes fail. */
  private static final Map<String, Arity> FUNCTIONS =
      Map.ofEntries(
          Map.entry("ABS", new Arity(1, 1)),
          Map.entry("CEIL", new Arity(1, 2)),
          Map.entry("COALESCE", new Arity(2, MANY)),
          Map.entry("CONCAT", new Arity(1, MANY)),
          Map.entry("CONTAINS", new Arity(2, 2)),
          Map.entry("FLOOR", new Arity(1, 2)),
          Map.entry("GREATEST", new Arity(1, MANY)),
          Map.entry("IFF", new Arity(3, 3)),
          Map.entry("LEAST", new Arity(1, MANY)),
          Map.entry("LEFT", new Arity(2, 2)),
          Map.entry("LENGTH", new Arity(1, 1)),
          Map.entry("LOWER", new Arity(1, 1)),
          Map.entry("LPAD", new Arity(2, 3)),
          Map.entry("LTRIM", new Arity(1, 2)),
          Map.entry("NULLIF", new Arity(2, 2)),
          Map.entry("NVL", new Arity(2, 2)),
          Map.entry("REPLACE", new Arity(2, 3)),
          Map.entry("RIGHT", new Arity(2, 2)),
          Map.entry("ROUND", new Arity(1, 2)),
          Map.entry("RPAD", new Arity(2, 3)),
          Map.entry("RTRIM", new Arity(1, 2)),
          Map.entry("STARTSWITH", new Arity(2, 2)),
          Map.entry("SUBSTR", new Arity(2, 3)),
          Map.entry("TRIM", new Arity(1, 2)),
          Map.entry("UPPER", new Arity(1, 1)));

  /**
   * Words that Snowflake reserves (sql-reference/reserved-keywords), and those that call a function
   * of the session without parentheses: none can name a column without quotes.
   */
  private static final Set<String> RESERVED =
      Set.of(
          ("ALL ALTER AND ANY AS BETWEEN BY CASE CAST CHECK COLUMN CONNECT CONSTRAINT CREATE CROSS"
                  + " CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DELETE"
                  + " DISTINCT DROP ELSE END EXISTS FALSE FOLLOWING FOR FROM FULL GRANT GROUP HAVING"
                  + " ILIKE IN INCREMENT INNER INSERT INTERSECT INTO IS JOIN LATERAL LEFT LIKE"
                  + " LOCALTIME LOCALTIMESTAMP MINUS NATURAL NOT NULL OF ON OR ORDER QUALIFY REGEXP"
                  + " REVOKE RIGHT RLIKE ROW ROWS SAMPLE SELECT SET SOME START TABLE TABLESAMPLE THEN"
                  + " TO TRIGGER TRUE TRY_CAST UNION UNIQUE UPDATE USING VALUES WHEN WHENEVER WHERE"
                  + " WITH")
              .split(" "));

  private Vocabulary() {}

  static Arity function(String name) {
    Arity arity = FUNCTIONS.get(name);
    if (arity == null) {
      throw new Refusal(
          name + " is none of the functions allowed: " + new TreeSet<>(FUNCTIONS.keySet()));
    }
    return arity;
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }
}
