package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.Field;
import dev.freshet.contract.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which version may follow another within one major: consumers of the old one must go on reading.
 * Owner, lanes, condition and rules may change; fields may be added if they may be null.
 */
final class Succession {
  private final Contract old;
  private final Contract next;
  private final List<Problem> problems = new ArrayList<>();

  private Succession(Contract old, Contract next) {
    this.old = old;
    this.next = next;
  }

  /**
   * @throws ContractException with all reasons why it may not follow
   */
  static void require(Contract old, Contract next) {
    Succession succession = new Succession(old, next);
    succession.all();
    if (!succession.problems.isEmpty()) {
      throw new ContractException(next.id() + " " + next.version(), succession.problems);
    }
  }

  private void all() {
    if (next.version().compareTo(old.version()) < 0) {
      problem("version", "is " + next.version() + ", but " + old.version() + " is in force");
    }
    same("freshet.kind", old.kind(), next.kind());
    same("freshet.source", old.source(), next.source());
    same("freshet.identity", old.identity(), next.identity());
    same("freshet.eventTime", old.eventTime(), next.eventTime());
    same("freshet.deletes", old.deletes(), next.deletes());
    same("servers, format", old.format(), next.format());
    same("key", names(old.keyFields()), names(next.keyFields()));
    old.fields().forEach(this::kept);
    next.fields().stream().filter(f -> in(old, f).isEmpty()).forEach(this::added);
  }

  private void kept(Field field) {
    Optional<Field> now = in(next, field);
    if (now.isEmpty()) {
      problem("field " + field.name(), "is gone");
    } else {
      same("field " + field.name() + ", physicalType", field.type(), now.get().type());
    }
  }

  private void added(Field field) {
    if (field.required()) {
      problem("field " + field.name(), "is new and required, but older records do not have it");
    }
  }

  private void same(String where, Object before, Object now) {
    if (!before.equals(now)) {
      problem(where, "was " + before + ", is " + now);
    }
  }

  private void problem(String where, String what) {
    problems.add(new Problem(where, what + "; a change like this needs a new major version"));
  }

  private static Optional<Field> in(Contract contract, Field field) {
    return contract.fields().stream().filter(f -> f.name().equals(field.name())).findFirst();
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }
}
