package dev.freshet.sandbox.check;

import dev.freshet.contract.Rule;

/**
 * Rows that a rule must have set aside.
 *
 * @param rule the rule they break
 * @param column a column of the truth that tells them apart from all others
 * @param value its value in these rows, as a SQL literal
 */
public record SetAside(Rule rule, String column, String value) {
  /** A condition that the other rows fulfil. */
  String others() {
    return '"' + column + "\" <> " + value;
  }
}
