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
 */
public record Field(
    String name,
    String column,
    SnowflakeType type,
    boolean required,
    Optional<Integer> keyPosition,
    List<String> enumValues,
    Optional<String> transformLogic) {

  public Field {
    enumValues = List.copyOf(enumValues);
  }

  public boolean isKey() {
    return keyPosition.isPresent();
  }
}
