package dev.freshet.procs.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A SELECT over one source, laid out so that people can read the statement in the query history.
 */
final class Select {
  private final List<String> items = new ArrayList<>();
  private final String from;
  private String ending = "";

  private Select(String from) {
    this.from = from;
  }

  static Select from(String name) {
    return new Select(name);
  }

  static Select from(Select inner) {
    return new Select("(\n" + indent(inner.text()) + "\n)");
  }

  /** One or more queries under aliases, and what joins them. */
  static Select from(Select inner, String alias, String joins) {
    return new Select("(\n" + indent(inner.text()) + "\n) AS " + alias + "\n" + joins);
  }

  /** Over all rows of two queries with the same columns. */
  static Select union(Select one, Select other) {
    return new Select(
        "(\n" + indent(one.text()) + "\n  UNION ALL\n" + indent(other.text()) + "\n)");
  }

  /** A query in brackets, for joins and conditions. */
  String bracketed() {
    return "(\n" + indent(text()) + "\n)";
  }

  /** What stands behind FROM, such as WHERE. */
  Select ending(String clauses) {
    ending = "\n" + clauses;
    return this;
  }

  Select item(String expression) {
    items.add(expression);
    return this;
  }

  Select items(List<String> expressions) {
    items.addAll(expressions);
    return this;
  }

  Select item(String expression, String alias) {
    return item(expression.equals(alias) ? alias : expression + " AS " + alias);
  }

  String text() {
    return "SELECT\n" + indent(String.join(",\n", items)) + "\nFROM " + from + ending;
  }

  private static String indent(String text) {
    return "  " + text.replace("\n", "\n  ");
  }
}
