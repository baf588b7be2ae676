package dev.freshet.procs.sql;

import java.util.Locale;

/**
 * The schema that the procedures live in, and what all contracts share.
 *
 * @param database its database, a plain identifier
 * @param schema its name, a plain identifier
 */
public record AppSchema(String database, String schema) {
  public AppSchema {
    Sql.plain(database);
    Sql.plain(schema);
  }

  /**
   * Reads {@code DATABASE.SCHEMA}.
   *
   * @throws IllegalArgumentException if it is not two plain identifiers
   */
  public static AppSchema parse(String text) {
    String[] parts = text.toUpperCase(Locale.ROOT).split("\\.", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("expected DATABASE.SCHEMA, found '" + text + "'");
    }
    return new AppSchema(parts[0], parts[1]);
  }

  /** Registered versions, with their text. */
  public String contracts() {
    return object("CONTRACTS");
  }

  /** Which version was staged, put in force or retired, when and by whom. */
  public String versionStates() {
    return object("VERSION_STATES");
  }

  /** The log: what each run took. */
  public String changeSets() {
    return object("CHANGE_SETS");
  }

  public String rejections() {
    return object("REJECTIONS");
  }

  /** Rejections that are closed: released, or overtaken by a later fact. */
  public String releases() {
    return object("RELEASES");
  }

  /** The rejections that nobody has closed: a view. */
  public String openRejections() {
    return object("OPEN_REJECTIONS");
  }

  public String halts() {
    return object("HALTS");
  }

  /** Who let a halted contract go on, and why. */
  public String resumes() {
    return object("RESUMES");
  }

  /** What each source looked like when somebody last said that it is right. */
  public String sourceNotes() {
    return object("SOURCE_NOTES");
  }

  public String auditLog() {
    return object("AUDIT_LOG");
  }

  /** What the deployment chose: a view of one row. */
  public String settings() {
    return object("SETTINGS");
  }

  /** The file format of single texts: no delimiter, no escapes. */
  public String textFormat() {
    return object("TEXT");
  }

  public String exportProcedure() {
    return object("EXPORT_CHANGES");
  }

  /** The owner's part of a registration, called by the author's. */
  public String stageProcedure() {
    return object("STAGE_CONTRACT");
  }

  /** The owner's part of a check, called by the author's. */
  public String judgeProcedure() {
    return object("JUDGE_CONTRACT");
  }

  /** The schema in which authors show that they may read a source. */
  public String proofs() {
    return database + "." + schema + "_PROOFS";
  }

  /** The schema's full name. */
  public String qualified() {
    return database + "." + schema;
  }

  /**
   * A place on the stage. COPY takes no variable here, so the key is written into the statement;
   * keys come from {@code StageLayout} and have no quotes or spaces.
   */
  public String onStage(String key) {
    if (!key.matches("[A-Za-z0-9_./-]*")) {
      throw new IllegalArgumentException("'" + key + "' is no key of the stage");
    }
    return "@" + object("STAGE") + "/" + key;
  }

  private String object(String name) {
    return qualified() + "." + name;
  }
}
