package dev.freshet.contract.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.Contract;
import dev.freshet.contract.avro.AvroRecords;
import dev.freshet.contract.avro.AvroSchema;
import dev.freshet.contract.draft.Draft;
import dev.freshet.contract.draft.RandomDrafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Contracts made at random, each changed again and again; what the gate lets pass joins the earlier
 * versions. Whatever it let pass is read both ways, over all versions, by Avro itself.
 */
class ReadersAndWritersTest {
  private static final int LINES = 40;
  private static final int TRIES = 10;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void versionsJudgedCompatibleReadEachOthersRecords(long seed) {
    Tally tally = new Tally();
    RandomDrafts drafts = new RandomDrafts(seed);
    for (int i = 0; i < LINES; i++) {
      line(drafts, new Random(seed * LINES + i), tally);
    }

    // The generator must have tried both kinds, or the property says nothing.
    assertThat(tally.passed).isGreaterThan(LINES);
    assertThat(tally.refused).isGreaterThan(LINES);
    assertThat(tally.refusedByAvroToo).isBetween(1, tally.refused - 1);
  }

  @Test
  void theGateIsStricterWhereAvroIsBlind() {
    assertOnlyTheGateRefuses("NUMBER(12,2)", "NUMBER(12,3)");
    assertOnlyTheGateRefuses("NUMBER(12,2)", "NUMBER(14,2)");
    assertOnlyTheGateRefuses("NUMBER(12,0)", "TIMESTAMP_NTZ(6)");
    assertOnlyTheGateRefuses("TIMESTAMP_NTZ(6)", "TIMESTAMP_LTZ(6)");
    assertOnlyTheGateRefuses("TIME(6)", "TIMESTAMP_LTZ(6)");
    assertOnlyTheGateRefuses("BINARY", "NUMBER(38,0)");
    assertOnlyTheGateRefuses("TIMESTAMP_LTZ(9)", "VARCHAR");
    assertOnlyTheGateRefuses("VARIANT", "VARCHAR");
  }

  @Test
  void theGateRefusesTheRenameOfANullableFieldThatAvroLetsPass() {
    Draft before = Draft.state().field("note", "VARCHAR");
    assertOnlyTheGateRefuses(before.read(), before.copy().field("note", "name", "Note").read());
    assertOnlyTheGateRefuses(before.read(), before.copy().without("note").read());
  }

  /** Counts, so that a generator that went wrong is seen. */
  private static final class Tally {
    private int passed;
    private int refused;
    private int refusedByAvroToo;
  }

  private static void line(RandomDrafts drafts, Random random, Tally tally) {
    Draft draft = drafts.contract();
    List<Contract> passed = new ArrayList<>(List.of(draft.read()));
    for (int i = 1; i <= TRIES; i++) {
      Draft changed = drafts.changed(draft).version("1." + i + ".0");
      Contract next = changed.read();
      if (Evolution.judge(passed, next).verdict() == Verdict.NEEDS_MAJOR) {
        tally.refused++;
        tally.refusedByAvroToo += passed.stream().allMatch(c -> avroLetsPass(c, next)) ? 0 : 1;
      } else {
        passed.forEach(earlier -> assertReadBothWays(earlier, next, random));
        passed.add(next);
        draft = changed;
        tally.passed++;
      }
    }
  }

  private static void assertReadBothWays(Contract one, Contract other, Random random) {
    assertThat(avroLetsPass(one, other)).as("%s and %s", value(one), value(other)).isTrue();
    for (Function<Contract, Schema> schema : SCHEMAS) {
      assertReads(schema.apply(one), schema.apply(other), random);
      assertReads(schema.apply(other), schema.apply(one), random);
    }
  }

  private static void assertReads(Schema writer, Schema reader, Random random) {
    GenericRecord written = AvroRecords.any(writer, random);
    GenericRecord read = AvroRecords.read(AvroRecords.write(written), writer, reader);
    for (Schema.Field field : reader.getFields()) {
      Schema.Field source = writer.getField(field.name());
      if (source == null) {
        assertThat(read.get(field.name())).isNull();
      } else {
        assertThat(text(read.get(field.name()))).isEqualTo(text(written.get(field.name())));
        assertThat(meaning(field)).isEqualTo(meaning(source));
      }
    }
  }

  private static void assertOnlyTheGateRefuses(String before, String after) {
    assertOnlyTheGateRefuses(
        Draft.state().field("x", before).read(), Draft.state().field("x", after).read());
  }

  private static void assertOnlyTheGateRefuses(Contract before, Contract after) {
    assertThat(avroLetsPass(before, after)).isTrue();
    assertThat(Evolution.changes(before, after))
        .extracting(Finding::verdict)
        .contains(Verdict.NEEDS_MAJOR);
  }

  private static final List<Function<Contract, Schema>> SCHEMAS =
      List.of(ReadersAndWritersTest::value, c -> parse(AvroSchema.key(c)));

  private static boolean avroLetsPass(Contract one, Contract other) {
    return SCHEMAS.stream()
        .allMatch(
            s -> canRead(s.apply(one), s.apply(other)) && canRead(s.apply(other), s.apply(one)));
  }

  private static boolean canRead(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private static Schema value(Contract contract) {
    return parse(AvroSchema.value(contract));
  }

  private static Schema parse(String text) {
    return new Schema.Parser().parse(text);
  }

  /** What Avro's checker does not compare: the logical type, with precision and scale. */
  private static String meaning(Schema.Field field) {
    Schema type = AvroRecords.notNull(field.schema());
    return type.getType() == Schema.Type.ENUM ? "enum" : type.toString();
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
