package dev.freshet.cli.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Json;
import dev.freshet.contract.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The procedures about contracts, in Snowflake. Used from one thread. */
public final class ContractProcedures {
  private static final String SCHEMA = "[A-Za-z_][A-Za-z0-9_$]*\\.[A-Za-z_][A-Za-z0-9_$]*";

  /** Procedures live in a schema named after the protocol that they speak. */
  public static final String PROTOCOL = "_V1";

  private final Connection connection;
  private final String schema;

  /**
   * @param schema where Freshet is deployed, as {@code DATABASE.SCHEMA}
   * @throws CommandFailed if it is not of that form
   */
  public ContractProcedures(Connection connection, String schema) {
    if (!schema.matches(SCHEMA)) {
      throw CommandFailed.usage("--schema must be DATABASE.SCHEMA, found '" + schema + "'");
    }
    this.connection = connection;
    this.schema = schema;
  }

  /** Holds a file's text against its earlier versions and the live source; writes nothing. */
  public Answer check(String text) {
    return call("CHECK_CONTRACT", text);
  }

  /** Stages a version. */
  public Answer register(ContractFile file) {
    return call("REGISTER_CONTRACT", file.text());
  }

  /**
   * Goes on with a promotion; to be called again until it is active or refused. The session is set
   * as the export's task sets its own, so that the rehearsal is unloaded as the facts will be.
   *
   * @param options as PROMOTE_CONTRACT takes them
   */
  public Answer promote(ContractId contract, Version version, ObjectNode options) {
    setSession();
    return call("PROMOTE_CONTRACT", contract.toString(), version.toString(), options.toString());
  }

  /** Returns to the version in force before. */
  public Answer rollBack(ContractId contract, String reason) {
    return call("ROLLBACK_CONTRACT", contract.toString(), reason);
  }

  /** Ends a contract for good. */
  public Answer retire(ContractId contract, String reason) {
    return call("RETIRE_CONTRACT", contract.toString(), reason);
  }

  /** Lets a halted or paused contract go on. */
  public Answer resume(ContractId contract, String reason) {
    return call("RESUME_CONTRACT", contract.toString(), reason);
  }

  /** Stops a contract until it is resumed. */
  public Answer pause(ContractId contract, String reason) {
    return call("PAUSE_CONTRACT", contract.toString(), options(reason).toString());
  }

  /** Publishes what open rejections are about, of one rule or of all. */
  public Answer release(ContractId contract, String reason, Optional<String> rule) {
    setSession();
    ObjectNode options = options(reason);
    rule.ifPresent(r -> options.put("rule", r));
    return call("RELEASE_REJECTIONS", contract.toString(), options.toString());
  }

  /** Asks for facts as they stand. */
  public Answer snapshot(ContractId contract, String reason, Optional<String> where) {
    ObjectNode options = options(reason);
    where.ifPresent(w -> options.put("where", w));
    return call("EXPORT_SNAPSHOT", contract.toString(), options.toString());
  }

  /** Asks for the difference to what was published. */
  public Answer rebaseline(
      ContractId contract, String reason, Optional<String> events, Optional<String> where) {
    ObjectNode options = options(reason);
    events.ifPresent(e -> options.put("events", e));
    where.ifPresent(w -> options.put("where", w));
    return call("REBASELINE", contract.toString(), options.toString());
  }

  /** Ends what was asked for. */
  public Answer cancel(ContractId contract, String request, String reason) {
    return call("CANCEL_REQUEST", contract.toString(), request, reason);
  }

  private static ObjectNode options(String reason) {
    return Json.STRICT.createObjectNode().put("reason", reason);
  }

  /** Says how a contract stands. */
  public Answer describe(ContractId contract) {
    return call("DESCRIBE_CONTRACT", contract.toString());
  }

  /** A procedure with its owner's rights may not change its session, but it honours this one. */
  private void setSession() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER SESSION SET ENABLE_UNLOAD_PHYSICAL_TYPE_OPTIMIZATION = FALSE");
    } catch (SQLException e) {
      throw CommandFailed.failed("Setting the session failed: " + e.getMessage(), e);
    }
  }

  private Answer call(String procedure, String... arguments) {
    String marks = "?, ".repeat(arguments.length - 1) + "?";
    String call = "CALL " + schema + PROTOCOL + "." + procedure + "(" + marks + ")";
    try (PreparedStatement statement = connection.prepareStatement(call)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return answer(procedure, result.getString(1));
      }
    } catch (SQLException e) {
      String said = HandlerMessage.of(String.valueOf(e.getMessage()));
      throw CommandFailed.failed(procedure + " failed: " + said, e);
    }
  }

  private static Answer answer(String procedure, String text) {
    try {
      return new Answer((ObjectNode) Json.STRICT.readTree(text));
    } catch (JsonProcessingException | ClassCastException e) {
      throw CommandFailed.failed(procedure + " answered no JSON object: " + text, e);
    }
  }
}
