package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.registry.FramedAvro;
import dev.freshet.bridge.registry.SchemaRegistry;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.Deletes;
import dev.freshet.contract.Contract.KeyEncoding;
import dev.freshet.contract.Contract.ValueFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records as a consumer of a contract does. One thread. */
public final class RecordCheck {
  private final Contract contract;
  private final RecordSide key;
  private final RecordSide value;

  private RecordCheck(Contract contract, RecordSide key, RecordSide value) {
    this.contract = contract;
    this.key = key;
    this.value = value;
  }

  /** Makes checks for contracts. Thread-safe. */
  @FunctionalInterface
  public interface Opener {
    /**
     * A check of a contract's records.
     *
     * @throws ReadBackException if its records cannot be read here at all
     */
    RecordCheck of(Contract contract);
  }

  /** Checks records in text and JSON, and in Avro with the schemas of a registry. */
  public static Opener opener(Optional<SchemaRegistry> registry) {
    Optional<FramedAvro> avro = registry.map(FramedAvro::new);
    return contract ->
        new RecordCheck(contract, keySide(contract, avro), valueSide(contract, avro));
  }

  private static RecordSide keySide(Contract contract, Optional<FramedAvro> avro) {
    if (contract.keyEncoding() == KeyEncoding.AVRO) {
      return AvroSide.ofKeys(contract, required(avro));
    }
    boolean object = contract.keyEncoding() == KeyEncoding.JSON && contract.keyFields().size() > 1;
    return object ? JsonSide.ofKeys(contract) : new RecordSide.Text();
  }

  private static RecordSide valueSide(Contract contract, Optional<FramedAvro> avro) {
    return contract.format() == ValueFormat.AVRO
        ? AvroSide.ofValues(contract, required(avro))
        : JsonSide.ofValues(contract);
  }

  private static FramedAvro required(Optional<FramedAvro> avro) {
    return avro.orElseThrow(
        () -> new ReadBackException("records in Avro are read with a registry; set registry.url"));
  }

  /**
   * Decodes a record and compares what its sides say of its key.
   *
   * @param subject the key text that its headers name
   * @throws ReadBackException if it is not what the contract promises; names fields, never values
   */
  void accept(
      Fact.Op op, String subject, byte @Nullable [] keyBytes, byte @Nullable [] valueBytes) {
    if (keyBytes == null) {
      throw new ReadBackException("it has no key");
    }
    requireSubject("key", key.keyText(keyBytes, op), subject);
    if (op == Fact.Op.DELETE && contract.deletes() == Deletes.TOMBSTONE) {
      if (valueBytes != null) {
        throw new ReadBackException("it is a delete with a value");
      }
    } else if (valueBytes == null) {
      throw new ReadBackException("it has no value");
    } else {
      requireSubject("value", value.keyText(valueBytes, op), subject);
    }
  }

  private static void requireSubject(String side, Optional<String> keyText, String subject) {
    if (keyText.isPresent() && !keyText.get().equals(subject)) {
      throw new ReadBackException("its " + side + " speaks of another key than its headers");
    }
  }
}
