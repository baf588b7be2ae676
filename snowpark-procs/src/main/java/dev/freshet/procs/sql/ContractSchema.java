package dev.freshet.procs.sql;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import java.util.Locale;
import java.util.Optional;

/**
 * The schema that one contract has for itself. Its name is the contract's id in upper case with
 * {@code __} for each dot; ids have no double underscore, so no two contracts share one.
 */
public record ContractSchema(AppSchema app, ContractId contract) {

  public String name() {
    return contract.toString().toUpperCase(Locale.ROOT).replace(".", "__");
  }

  public String qualified() {
    return app.database() + "." + name();
  }

  /** One row: how far the contract is, and who is at work. */
  public String head() {
    return object("HEAD");
  }

  /** The outbox: rows taken and not yet announced. */
  public String staged() {
    return object("STAGED");
  }

  /** Of a state contract: of each key the row that holds it, and what was last published. */
  public String keys() {
    return object("KEYS");
  }

  /** Requests to the task: one row per change set to announce. */
  public String todo() {
    return object("TODO");
  }

  public String todoStream() {
    return object("TODO_STREAM");
  }

  /** Requests that were served; reading the stream into it moves the stream. */
  public String todoDone() {
    return object("TODO_DONE");
  }

  /** Rehearsals that were asked for, and how those that failed ended. */
  public String rehearsals() {
    return object("REHEARSALS");
  }

  /** What people asked of the task beyond taking changes. */
  public String requests() {
    return object("REQUESTS");
  }

  /** What was done of each request. */
  public String requestSteps() {
    return object("REQUEST_STEPS");
  }

  /** The stream on the source. */
  public String sourceStream() {
    return object("SOURCE_STREAM");
  }

  /** The standard stream beside an event contract's append-only one. */
  public String rewriteStream() {
    return object("REWRITE_STREAM");
  }

  /** That stream, if the contract has one: a delete wakes the task though nothing was inserted. */
  public Optional<String> rewriteStream(Contract version) {
    return version.kind() == Contract.Kind.EVENT ? Optional.of(rewriteStream()) : Optional.empty();
  }

  /** How many rows of an event contract's source were updated or deleted, and accepted so. */
  public String rewrites() {
    return object("REWRITES");
  }

  public String task() {
    return object("EXPORT");
  }

  private String object(String name) {
    return qualified() + "." + name;
  }
}
