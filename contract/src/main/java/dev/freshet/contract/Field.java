package dev.freshet.contract;

import dev.freshet.contract.type.SnowflakeType;
import java.util.List;
import java.util.Optional;

/**
 * One field of a fact.
 *
 * @param name the name consumers see; fit for Avro
 * @param column the source's column; upper case unless the file says otherwise
 * @param type the type promised
 * @param required whether null breaks the contract
 * @param keyPosition the place in the key, from 1; empty if not part of it
 * @param enumValues the values allowed; empty if any
 * @param transformLogic an expression over the source's columns that makes the value, if any
 * @param classification how sensitive the value is, in the owner's words, if said
 * @param enumPolicy whether the values allowed are a closed list
 * @param backfill whether older facts get the field once it is added
 * @param description what the value means, if said
 */
public record Field(
    String name,
    String column,
    SnowflakeType type,
    boolean required,
    Optional<Integer> keyPosition,
    List<String> enumValues,
    Optional<String> transformLogic,
    Optional<String> classification,
    EnumPolicy enumPolicy,
    Backfill backfill,
    Optional<String> description) {

  /** Closed: consumers may count on the list. Open: values may be added; consumers must cope. */
  public enum EnumPolicy {
    CLOSED,
    OPEN
  }

  /** Snapshot: promotion publishes all facts again, so that none lacks the field. */
  public enum Backfill {
    NONE,
    SNAPSHOT
  }

  public Field {
    enumValues = List.copyOf(enumValues);
  }

  public boolean isKey() {
    return keyPosition.isPresent();
  }

  /** Whether the values are a closed list that consumers may count on. */
  public boolean isClosedEnum() {
    return !enumValues.isEmpty() && enumPolicy == EnumPolicy.CLOSED;
  }
}
