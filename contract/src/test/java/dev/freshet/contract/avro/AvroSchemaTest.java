package dev.freshet.contract.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.draft.Draft;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AvroSchemaTest {

  @Test
  void theTextIsAlwaysTheSame() {
    Draft draft =
        Draft.state()
            .field("status", "VARCHAR(1)")
            .required("status")
            .fieldCustom("status", "enum", List.of("O", "F"))
            .field("total", "NUMBER(12,2)")
            .field("total", "description", "With tax")
            .field("total", "classification", "internal");

    assertThat(AvroSchema.value(draft.read()))
        .isEqualTo(
            "{\"type\":\"record\",\"name\":\"order_changed_v1\",\"namespace\":\"shop\",\"fields\":["
                + "{\"name\":\"id\",\"type\":\"long\",\"freshet.type\":\"NUMBER(12,0)\"},"
                + "{\"name\":\"status\",\"type\":{\"type\":\"enum\","
                + "\"name\":\"order_changed_v1_status_enum\",\"symbols\":[\"O\",\"F\"]},"
                + "\"freshet.type\":\"VARCHAR(1)\"},"
                + "{\"name\":\"total\",\"doc\":\"With tax\",\"type\":[\"null\",{\"type\":\"bytes\","
                + "\"logicalType\":\"decimal\",\"precision\":12,\"scale\":2}],\"default\":null,"
                + "\"freshet.type\":\"NUMBER(12,2)\",\"freshet.classification\":\"internal\"}]}");
  }

  @Test
  void avroReadsEveryTypeAndItsLogicalType() {
    Draft draft = Draft.state();
    List<String> types =
        List.of(
            "NUMBER(38,37)",
            "NUMBER(19,0)",
            "VARCHAR",
            "BOOLEAN",
            "FLOAT",
            "DATE",
            "TIME(6)",
            "TIME(9)",
            "TIMESTAMP_NTZ(6)",
            "TIMESTAMP_LTZ(9)",
            "TIMESTAMP_TZ(9)",
            "BINARY",
            "ARRAY");
    for (int i = 0; i < types.size(); i++) {
      draft.field("f" + i, types.get(i)).required("f" + i);
    }

    Schema schema = new Schema.Parser().parse(AvroSchema.value(draft.read()));

    assertThat(schema.getFullName()).isEqualTo("shop.order_changed_v1");
    assertThat(type(schema, 0).getLogicalType()).isEqualTo(LogicalTypes.decimal(38, 37));
    assertThat(type(schema, 1).getLogicalType()).isEqualTo(LogicalTypes.decimal(19, 0));
    assertThat(type(schema, 5).getLogicalType()).isEqualTo(LogicalTypes.date());
    assertThat(type(schema, 6).getLogicalType()).isEqualTo(LogicalTypes.timeMicros());
    assertThat(type(schema, 8).getLogicalType()).isEqualTo(LogicalTypes.timestampMicros());
    assertThat(schema.getFields().stream().skip(1).map(f -> f.schema().getType().getName()))
        .containsExactly(
            "bytes", "bytes", "string", "boolean", "double", "int", "long", "string", "long",
            "string", "string", "bytes", "string");
  }

  @Test
  void aKeyHasItsFieldsByPosition() {
    Draft draft =
        Draft.state().field("line", "NUMBER(4,0)").required("line").key("line", 1).key("id", 2);

    Schema key = new Schema.Parser().parse(AvroSchema.key(draft.read()));

    assertThat(key.getFullName()).isEqualTo("shop.order_changed_v1_key");
    assertThat(key.getFields()).extracting(Schema.Field::name).containsExactly("line", "id");
    assertThat(AvroSchema.key(draft.read())).doesNotContain("doc", "freshet.");
  }

  @Test
  void aDeleteEventHasRoomForAbsentFields() {
    Draft draft =
        Draft.state().field("note", "VARCHAR").required("note").custom("deletes", "event");

    Schema value = new Schema.Parser().parse(AvroSchema.value(draft.read()));

    assertThat(value.getField("note").schema().isNullable()).isTrue();
    assertThat(value.getField("id").schema().isNullable()).isFalse();
  }

  private static Schema type(Schema schema, int field) {
    return schema.getField("f" + field).schema();
  }
}
