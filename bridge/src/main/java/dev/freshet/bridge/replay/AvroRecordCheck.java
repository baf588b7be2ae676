package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.publish.PublicationUnavailableException;
import dev.freshet.bridge.registry.FramedAvro;
import dev.freshet.bridge.registry.RegistryRefusedException;
import dev.freshet.bridge.registry.RegistryUnavailableException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.avro.AvroSchema;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Values in Avro: each decodes with the schema its frame names, which is the contract's own; a key
 * in Avro decodes too and says what the value's key fields say.
 */
final class AvroRecordCheck implements RecordCheck {
  private final Contract contract;
  private final FramedAvro avro;
  private final Schema schema;

  AvroRecordCheck(Contract contract, FramedAvro avro) {
    this.contract = contract;
    this.avro = avro;
    this.schema = new Schema.Parser().parse(AvroSchema.value(contract));
  }

  @Override
  public void accept(Fact.Op op, byte @Nullable [] key, byte @Nullable [] value) {
    if (key == null) {
      throw new ReadBackException("it has no key");
    }
    if (op == Fact.Op.DELETE && contract.deletes() == Contract.Deletes.TOMBSTONE) {
      require(value == null, "it is a delete with a value");
      return;
    }
    if (value == null) {
      throw new ReadBackException("it has no value");
    }
    GenericRecord fact = decoded(value, "value");
    require(fact.getSchema().equals(schema), "its schema is not that of the contract");
    if (contract.keyEncoding() == Contract.KeyEncoding.AVRO) {
      requireKey(fact, decoded(key, "key"));
    }
  }

  private void requireKey(GenericRecord fact, GenericRecord key) {
    for (Field field : contract.keyFields()) {
      require(
          Objects.equals(fact.get(field.name()), key.get(field.name())),
          "its key and its value differ in field " + field.name());
    }
  }

  private GenericRecord decoded(byte[] bytes, String what) {
    try {
      return avro.decode(bytes);
    } catch (IllegalArgumentException | RegistryRefusedException e) {
      throw new ReadBackException("its " + what + " cannot be decoded: " + e.getMessage(), e);
    } catch (RegistryUnavailableException e) {
      throw new PublicationUnavailableException(
          "Records cannot be read back: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ReadBackException(otherwise);
    }
  }
}
