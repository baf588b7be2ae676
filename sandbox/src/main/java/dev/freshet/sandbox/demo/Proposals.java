package dev.freshet.sandbox.demo;

import java.util.List;

/**
 * The four changes that show what the gate is for, made to the file of order_status_changed:
 * docs/mistakes.md has them and many more.
 */
public record Proposals(String contract) {
  private static final String CLERK =
      "      - name: o_clerk\n        logicalType: string\n        physicalType: VARCHAR(15)\n";

  /** In the order in which they are told. */
  public List<Proposal> all() {
    return List.of(
        new Proposal(
            "adds a field that may be null",
            with(CLERK, CLERK + "      - name: o_comment\n        physicalType: VARCHAR(79)\n"),
            ""),
        new Proposal(
            "renames o_clerk",
            with("- name: o_clerk\n", "- name: clerk\n        physicalName: O_CLERK\n"),
            "field-renamed"),
        new Proposal(
            "adds a value to a closed enum",
            with("value: [O, F, P]", "value: [O, F, P, R]"),
            "enum-value-added"),
        new Proposal(
            "no longer requires the key",
            with("        required: true\n        primaryKey: true", "        primaryKey: true"),
            "unsound"));
  }

  private String with(String before, String after) {
    if (!contract.contains(before)) {
      throw new IllegalStateException("the contract has no '" + before + "' to change");
    }
    return contract.replace(before, after).replace("version: 1.0.0\n", "version: 1.1.0\n");
  }
}
