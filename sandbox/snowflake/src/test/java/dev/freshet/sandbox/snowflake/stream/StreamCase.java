package dev.freshet.sandbox.snowflake.stream;

/**
 * What the documentation says of streams, as a script of two sessions, a and b. Each line is one
 * of:
 *
 * <pre>
 * a: INSERT INTO t VALUES (1, 'one')      runs
 * a: SELECT * FROM x -> fails: not exist  fails with this in its message
 * a: [SELECT COUNT(*) FROM t] = 1         answers this one value
 * a: s = +1:one *-2:two *+2:deux          the stream shows these changes: + is INSERT, - is DELETE,
 *                                         * before them METADATA$ISUPDATE; or: nothing
 * </pre>
 *
 * There are a table {@code t (id NUMBER, v VARCHAR)} that holds (7, 'seven') and (8, 'eight'), an
 * empty one {@code sink} with the same columns, and two streams on t: {@code s} and, append-only,
 * {@code inserts}.
 *
 * @param page what it comes from, below docs.snowflake.com/en
 */
record StreamCase(String name, String page, String script) {

  @Override
  public String toString() {
    return name + " (" + page + ")";
  }
}
