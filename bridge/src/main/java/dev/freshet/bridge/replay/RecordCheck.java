package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.registry.FramedAvro;
import dev.freshet.bridge.registry.SchemaRegistry;
import dev.freshet.contract.Contract;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records as a consumer of a contract does. One thread. */
@FunctionalInterface
public interface RecordCheck {
  /**
   * Decodes a record.
   *
   * @throws ReadBackException if it is not what the contract promises; names fields, never values
   */
  void accept(Fact.Op op, byte @Nullable [] key, byte @Nullable [] value);

  /** Makes checks for contracts, by the form of their values. Thread-safe. */
  @FunctionalInterface
  interface Opener {
    RecordCheck of(Contract contract);
  }

  /** Checks values in JSON, and in Avro with the schemas of a registry. */
  static Opener opener(Optional<SchemaRegistry> registry) {
    Optional<FramedAvro> avro = registry.map(FramedAvro::new);
    return contract ->
        contract.format() == Contract.ValueFormat.JSON
            ? new JsonRecordCheck(contract)
            : new AvroRecordCheck(
                contract,
                avro.orElseThrow(
                    () -> new ReadBackException("values in Avro need registry.url to be set")));
  }
}
