package dev.freshet.procs.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all contracts share; the procedures live in a schema beside it, named after it and the
 * protocol (docs/adr/0009-procedures-by-protocol.md).
 *
 * @param database its database, a plain identifier
 * @param schema its name, a plain identifier
 */
public record AppSchema(String database, String schema) {
  /** The version of the export protocol that these procedures speak: HEAD names it. */
  public static final int PROTOCOL = 1;

  private static final Pattern VERSIONED = Pattern.compile("(.+)_V[0-9]+");

  public AppSchema {
    Sql.plain(database);
    Sql.plain(schema);
  }

  /**
   * The schema that procedures belong to: theirs is named after it and the protocol.
   *
   * @param procedures the schema that they live in
   */
  public static AppSchema ofProcedures(String database, String procedures) {
    Matcher versioned = VERSIONED.matcher(procedures);
    return new AppSchema(database, versioned.matches() ? versioned.group(1) : procedures);
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

  /** Who stopped a contract for a while, and why. */
  public String pauses() {
    return object("PAUSES");
  }

  /** The contracts that are halted or paused: a view. */
  public String stoppedContracts() {
    return object("STOPPED_CONTRACTS");
  }

  /** Which contract was put into which export group, and taken out. */
  public String exportGroups() {
    return object("EXPORT_GROUPS");
  }

  /** The contracts that a group exports now: a view. */
  public String groupMembers() {
    return object("GROUP_MEMBERS");
  }

  /** What deployments did to the tasks: suspended, and let run again. */
  public String upgrades() {
    return object("UPGRADES");
  }

  /** The task of an export group. */
  public String groupTask(String group) {
    return object(groupTaskName(group));
  }

  /** The name of that task. */
  public static String groupTaskName(String group) {
    return Sql.plain("EXPORT_GROUP_" + group.toUpperCase(Locale.ROOT));
  }

  /** What each source looked like when somebody last said that it is right. */
  public String sourceNotes() {
    return object("SOURCE_NOTES");
  }

  /** Until when each contract's stream keeps its changes, whenever somebody looked. */
  public String streamChecks() {
    return object("STREAM_CHECKS");
  }

  /** The last look at each stream: a view. */
  public String streamHealth() {
    return object("STREAM_HEALTH");
  }

  /** The task that looks at all streams. */
  public String watchTask() {
    return object("WATCH");
  }

  public String watchProcedure() {
    return procedure("WATCH_STREAMS");
  }

  public String auditLog() {
    return object("AUDIT_LOG");
  }

  /** The manifests that stand on the stage, with the ids of the statements behind them. */
  public String announcements() {
    return object("ANNOUNCEMENTS");
  }

  /** Runs that failed without a halt. */
  public String runFailures() {
    return object("RUN_FAILURES");
  }

  /** The receipts read back from the stage. */
  public String receipts() {
    return object("RECEIPTS");
  }

  /** Objects among the receipts that prove nothing, and why. */
  public String receiptNotes() {
    return object("RECEIPT_NOTES");
  }

  /** How far each change set is: a view. */
  public String changeSetStates() {
    return object("CHANGE_SET_STATES");
  }

  /** How many days what is kept, by data class. */
  public String retention() {
    return object("RETENTION");
  }

  /** What was purged. */
  public String purges() {
    return object("PURGES");
  }

  /** What the deployment chose: a view of one row. */
  public String settings() {
    return object("SETTINGS");
  }

  /** The file format of single texts: no delimiter, no escapes. */
  public String textFormat() {
    return object("TEXT");
  }

  /** The file format of texts that somebody else wrote: an invalid character is replaced. */
  public String foreignTextFormat() {
    return object("FOREIGN_TEXT");
  }

  public String exportProcedure() {
    return procedure("EXPORT_CHANGES");
  }

  public String groupProcedure() {
    return procedure("EXPORT_GROUP");
  }

  /** The owner's part of a registration, called by the author's. */
  public String stageProcedure() {
    return procedure("STAGE_CONTRACT");
  }

  public String collectionProcedure() {
    return procedure("COLLECT_RECEIPTS");
  }

  /** The task that collects receipts. */
  public String collectionTask() {
    return object("RECEIPTS_COLLECTION");
  }

  /** Decides what is purged, with the owner's rights. */
  public String planPurgeProcedure() {
    return procedure("PLAN_PURGE");
  }

  /** Does what of a purge takes the owner's rights. */
  public String finishPurgeProcedure() {
    return procedure("FINISH_PURGE");
  }

  /** The owner's part of a check, called by the author's. */
  public String judgeProcedure() {
    return procedure("JUDGE_CONTRACT");
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

  /** A folder below {@code data/}, on the stage that begins there and may be purged. */
  public String onDataStage(String folder) {
    if (!folder.matches("data/[a-z0-9_]+[.][a-z0-9_]+[.]v[0-9]+/[a-z0-9-]+/([0-9]+/)?")) {
      throw new IllegalArgumentException("'" + folder + "' is no folder that may be purged");
    }
    return "@" + object("DATA") + "/" + folder.substring("data/".length());
  }

  /** The schema of these procedures; those of another protocol have another. */
  public String procedures() {
    return qualified() + "_V" + PROTOCOL;
  }

  private String procedure(String name) {
    return procedures() + "." + name;
  }

  private String object(String name) {
    return qualified() + "." + name;
  }
}
