package dev.freshet.bridge.replay;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.publish.PublicationUnavailableException;
import dev.freshet.bridge.registry.FramedAvro;
import dev.freshet.bridge.registry.RegistryRefusedException;
import dev.freshet.bridge.registry.RegistryUnavailableException;
import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.contract.KeyText;
import dev.freshet.contract.avro.AvroSchema;
import dev.freshet.contract.type.AvroForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** A framed Avro record: the schema that its frame names is the contract's own. */
record AvroSide(List<Field> keyFields, Schema schema, FramedAvro avro) implements RecordSide {
  /** Forms whose value reads as the field's canonical text. */
  private static final Set<AvroForm> PLAIN =
      Set.of(AvroForm.LONG, AvroForm.STRING, AvroForm.BOOLEAN, AvroForm.ISO_STRING);

  static AvroSide ofValues(Contract contract, FramedAvro avro) {
    return of(contract, AvroSchema.value(contract), avro);
  }

  static AvroSide ofKeys(Contract contract, FramedAvro avro) {
    return of(contract, AvroSchema.key(contract), avro);
  }

  private static AvroSide of(Contract contract, String schema, FramedAvro avro) {
    return new AvroSide(contract.keyFields(), new Schema.Parser().parse(schema), avro);
  }

  @Override
  public Optional<String> keyText(byte[] bytes, Fact.Op op) {
    GenericRecord record = decoded(bytes);
    if (!record.getSchema().equals(schema)) {
      throw new ReadBackException(
          "it is written with schema " + record.getSchema().getFullName() + ", not the contract's");
    }
    return keyFields.stream().allMatch(f -> PLAIN.contains(f.type().avro()))
        ? Optional.of(
            KeyText.of(keyFields.stream().map(f -> String.valueOf(record.get(f.name()))).toList()))
        : Optional.empty();
  }

  private GenericRecord decoded(byte[] bytes) {
    try {
      return avro.decode(bytes);
    } catch (IllegalArgumentException | RegistryRefusedException e) {
      throw new ReadBackException("it cannot be decoded: " + e.getMessage(), e);
    } catch (RegistryUnavailableException e) {
      throw new PublicationUnavailableException(
          "Records cannot be read back: " + e.getMessage(), e);
    }
  }
}
