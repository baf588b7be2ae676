package dev.freshet.cli.roles;

import static dev.freshet.cli.roles.Role.AUDITOR;
import static dev.freshet.cli.roles.Role.AUDIT_OWNER;
import static dev.freshet.cli.roles.Role.AUTHOR;
import static dev.freshet.cli.roles.Role.OPERATOR;
import static dev.freshet.cli.roles.Role.OWNER;
import static dev.freshet.cli.roles.Role.PURGER;
import static dev.freshet.cli.roles.Role.READER;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may do what: every grant that {@code sql/} makes, and none beside. What the owner's role
 * makes it owns; that is not said again.
 */
final class Entitlements {
  /** All of them, in the order in which they are printed. */
  static final List<Entitlement> ALL =
      Stream.of(containers(), evidence(), tables(), views(), procedures())
          .flatMap(List::stream)
          .toList();

  private Entitlements() {}

  private static List<Entitlement> containers() {
    return List.of(
        Entitlement.on("ACCOUNT", "")
            .may(OWNER, "EXECUTE TASK", "EXECUTE MANAGED TASK")
            .may(PURGER, "EXECUTE TASK", "EXECUTE MANAGED TASK"),
        Entitlement.on("DATABASE", Names.DATABASE)
            .may(OWNER, "USAGE", "CREATE SCHEMA")
            .all("USAGE", READER, PURGER),
        Entitlement.on("SCHEMA", Names.APP)
            .may(OWNER, "USAGE", "CREATE TABLE", "CREATE VIEW", "CREATE STAGE")
            .may(OWNER, "CREATE FILE FORMAT", "CREATE PROCEDURE", "CREATE TASK")
            .may(PURGER, "CREATE TASK")
            .all("USAGE", READER, PURGER),
        Entitlement.on("SCHEMA", Names.PROCEDURES).all("USAGE", READER, PURGER),
        Entitlement.on("SCHEMA", Names.PROOFS)
            .may(OWNER, "USAGE")
            .may(AUTHOR, "USAGE", "CREATE VIEW"),
        Entitlement.on("INTEGRATION", Names.INTEGRATION).all("USAGE", OWNER, PURGER),
        Entitlement.on("STAGE", "STAGE").may(OWNER, "USAGE"),
        Entitlement.on("STAGE", "DATA").may(PURGER, "USAGE"),
        Entitlement.on("STAGE", "CODE").all("READ", AUTHOR, PURGER),
        Entitlement.on("ROLE", READER.name()).all("USAGE", OPERATOR, AUTHOR, AUDITOR));
  }

  /** Written by procedures, changed by nobody. */
  private static List<Entitlement> evidence() {
    return List.of(
        written("CONTRACTS").all("SELECT", AUTHOR),
        written("VERSION_STATES").all("SELECT", AUTHOR),
        written("CHANGE_SETS").all("SELECT", OPERATOR),
        written("RESUMES"),
        written("AUDIT_LOG"),
        written("ANNOUNCEMENTS"),
        written("RUN_FAILURES"),
        written("RECEIPTS"),
        written("RECEIPT_NOTES"),
        written("PURGES"),
        Entitlement.on("TABLE", "RETENTION").all("SELECT", OWNER, AUDITOR));
  }

  /** The first three name keys of the sources: not for readers and authors. */
  private static List<Entitlement> tables() {
    return List.of(
        table("REJECTIONS", AUDITOR),
        table("RELEASES", AUDITOR),
        table("HALTS", AUDITOR, OPERATOR),
        table("SOURCE_NOTES", AUDITOR),
        table("PAUSES", READER),
        table("EXPORT_GROUPS", READER));
  }

  private static List<Entitlement> views() {
    return List.of(
        view("OPEN_REJECTIONS", AUDITOR, OPERATOR),
        view("SETTINGS", AUDITOR),
        view("PUBLISHED", READER),
        view("CONTRACT_HEALTH", READER),
        view("CONTRACT_PAUSES", READER),
        view("STOPPED_CONTRACTS", READER),
        view("GROUP_MEMBERS", READER),
        view("STREAM_HEALTH", READER),
        view("RUNS", READER),
        view("CHANGE_SET_STATES", READER),
        view("EXPORT_LAG", READER),
        view("REJECTIONS_BY_RULE", READER),
        view("ROWS_PER_HOUR", READER),
        view("PUBLICATIONS", READER),
        view("PUBLISHED_OFFSETS", READER),
        view("CHANGE_SET_QUERIES", AUDITOR));
  }

  private static List<Entitlement> procedures() {
    return List.of(
        procedure("CHECK_CONTRACT", AUTHOR),
        procedure("REGISTER_CONTRACT", AUTHOR),
        procedure("JUDGE_CONTRACT", AUTHOR),
        procedure("STAGE_CONTRACT", AUTHOR),
        procedure("DESCRIBE_CONTRACT", AUTHOR, OPERATOR, AUDITOR),
        procedure("PROMOTE_CONTRACT", OPERATOR),
        procedure("ROLLBACK_CONTRACT", OPERATOR),
        procedure("RETIRE_CONTRACT", OPERATOR),
        procedure("EXPORT_CHANGES", OPERATOR),
        procedure("RESUME_CONTRACT", OPERATOR),
        procedure("RELEASE_REJECTIONS", OPERATOR),
        procedure("EXPORT_SNAPSHOT", OPERATOR),
        procedure("REBASELINE", OPERATOR),
        procedure("CANCEL_REQUEST", OPERATOR),
        procedure("PAUSE_CONTRACT", OPERATOR),
        procedure("EXPORT_GROUP", OPERATOR),
        procedure("DESCRIBE_TASKS", OPERATOR, AUDITOR),
        procedure("CHECK_STREAMS", OPERATOR),
        procedure("COLLECT_RECEIPTS", OPERATOR),
        procedure("PURGE", PURGER),
        procedure("PLAN_PURGE", PURGER),
        procedure("FINISH_PURGE", PURGER));
  }

  private static Entitlement written(String name) {
    return Entitlement.on("TABLE", name)
        .may(AUDIT_OWNER, "OWNERSHIP")
        .may(OWNER, "SELECT", "INSERT")
        .all("SELECT", AUDITOR);
  }

  private static Entitlement table(String name, Role... readers) {
    return Entitlement.on("TABLE", name).all("SELECT", readers);
  }

  private static Entitlement view(String name, Role... readers) {
    return Entitlement.on("VIEW", name).all("SELECT", readers);
  }

  private static Entitlement procedure(String name, Role... callers) {
    return Entitlement.on("PROCEDURE", name).all("USAGE", callers);
  }
}
