package dev.freshet.cli.contract.draft;

import dev.freshet.contract.Contract;
import java.util.List;
import java.util.Optional;

/**
 * What the author of a first contract decides; the rest is read from the source.
 *
 * @param domain the business domain
 * @param fact the fact's name
 * @param team whom to call
 * @param support where the team answers, if said
 * @param kind state or event
 * @param key the key's columns, in order
 * @param eventTime the column that says when the fact came to be, if there is one
 * @param identity the columns that identify a row of an event contract
 */
public record Promise(
    String domain,
    String fact,
    String team,
    Optional<String> support,
    Contract.Kind kind,
    List<String> key,
    Optional<String> eventTime,
    List<String> identity) {

  public Promise {
    key = List.copyOf(key);
    identity = List.copyOf(identity);
  }
}
