package dev.freshet.contract.draft;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Contracts made at random, and changes to them: the same for the same seed. */
public final class RandomDrafts {
  private static final List<String> TYPES =
      List.of(
          "NUMBER(9,0)",
          "NUMBER(15,0)",
          "NUMBER(16,0)",
          "NUMBER(18,0)",
          "NUMBER(19,0)",
          "NUMBER(38,0)",
          "NUMBER(12,2)",
          "NUMBER(14,2)",
          "NUMBER(12,3)",
          "NUMBER(38,37)",
          "VARCHAR(5)",
          "VARCHAR(20)",
          "VARCHAR",
          "BOOLEAN",
          "FLOAT",
          "DATE",
          "TIME(3)",
          "TIME(6)",
          "TIME(9)",
          "TIMESTAMP_NTZ(3)",
          "TIMESTAMP_NTZ(6)",
          "TIMESTAMP_NTZ(9)",
          "TIMESTAMP_LTZ(6)",
          "TIMESTAMP_LTZ(9)",
          "TIMESTAMP_TZ(6)",
          "TIMESTAMP_TZ(9)",
          "BINARY",
          "VARIANT",
          "OBJECT",
          "ARRAY");
  private static final List<List<String>> LISTS =
      List.of(List.of("A"), List.of("A", "B"), List.of("B", "A"), List.of("A", "B", "C"));

  private final Random random;
  private int fields;

  public RandomDrafts(long seed) {
    this.random = new Random(seed);
  }

  /** A contract with one to six fields beside its key. */
  public Draft contract() {
    Draft draft = random.nextInt(4) == 0 ? Draft.events() : Draft.state();
    if (random.nextInt(3) == 0) {
      draft.json();
    }
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      add(draft);
    }
    return draft;
  }

  /** The same contract after one to three changes, small ones mostly. */
  public Draft changed(Draft draft) {
    Draft next = draft.copy();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      pick(changes()).apply(next);
    }
    return next;
  }

  private List<UnaryOperator<Draft>> changes() {
    return List.of(
        this::add,
        this::add,
        d -> d.custom("lanes", 1 + random.nextInt(8)),
        d -> d.moveToFront(any(d)),
        d -> d.field(any(d), "description", "word " + random.nextInt(9)),
        d -> d.service("latency", 1 + random.nextInt(9), "min"),
        d -> others(d).isEmpty() ? d : retype(d, pick(others(d))),
        d -> others(d).isEmpty() ? d : d.field(pick(others(d)), "required", random.nextBoolean()),
        d -> others(d).isEmpty() ? d : d.without(pick(others(d))),
        d -> others(d).isEmpty() ? d : rename(d, pick(others(d))),
        d -> random.nextInt(4) > 0 ? d : d.custom("keyEncoding", "avro"),
        d -> random.nextInt(4) > 0 ? d : d.field("id", "physicalType", pick(TYPES.subList(0, 9))));
  }

  private Draft add(Draft draft) {
    String name = "f" + fields++;
    draft.field(name, "VARCHAR(20)");
    if (random.nextInt(4) == 0) {
      draft.required(name);
    }
    return retype(draft, name);
  }

  private Draft retype(Draft draft, String name) {
    draft.fieldCustom(name, "enum", null).fieldCustom(name, "enumPolicy", null);
    if (random.nextInt(4) == 0) {
      draft.field(name, "physicalType", "VARCHAR(20)").fieldCustom(name, "enum", pick(LISTS));
      return random.nextBoolean() ? draft : draft.fieldCustom(name, "enumPolicy", "open");
    }
    return draft.field(name, "physicalType", pick(TYPES));
  }

  private Draft rename(Draft draft, String name) {
    return draft.field(name, "name", "f" + fields++);
  }

  /** The fields that are neither key nor event time. */
  private static List<String> others(Draft draft) {
    return draft.fields().stream().filter(f -> f.startsWith("f")).toList();
  }

  private String any(Draft draft) {
    return pick(draft.fields());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
