package dev.freshet.sandbox.snowflake.catalog;

/** The kinds of object a schema holds. Objects of one kind share a name space. */
public enum ObjectKind {
  /** Tables and views: what SELECT reads. */
  RELATION("Table"),
  STREAM("Stream"),
  STAGE("Stage"),
  FILE_FORMAT("File format"),
  PROCEDURE("Procedure"),
  TASK("Task"),
  POLICY("Policy");

  private final String label;

  ObjectKind(String label) {
    this.label = label;
  }

  /** How messages call it. */
  public String label() {
    return label;
  }
}
