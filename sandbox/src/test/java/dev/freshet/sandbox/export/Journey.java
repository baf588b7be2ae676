package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Contracts that meet as much as a few exports can show: what procedures send is to be seen. */
final class Journey {
  private static final String REASON = "{\"reason\": \"journey\"}";

  private Journey() {}

  static void through(ExportAccount account) throws Exception {
    state(account);
    events(account);
  }

  private static void state(ExportAccount account) throws Exception {
    Fact fact =
        FactBuilder.state(account)
            .with("where", "B > 0")
            .with("lanes", "2")
            .with("onViolation", "{doesNotFit: reject, duplicateKey: reject}")
            .register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1), (2, 'far too long to fit', 1), (3, 'x', 0)");
    fact.export();
    fact.change("UPDATE %s SET A = 'fits' WHERE K = 2");
    fact.release(REASON);
    fact.change("INSERT INTO %s VALUES (NULL, 'no key', 1)");
    assertThatThrownBy(fact::export).hasMessageContaining("missingKey");
    fact.change("DELETE FROM %s WHERE K IS NULL", "ALTER TABLE %s ADD COLUMN C VARCHAR(5)");
    fact.resume("journey");
    account.registerText(
        fact.contractText().replace("version: 1.0.0", "version: 1.1.0")
            + "      - name: c\n        physicalType: VARCHAR(5)\n");
    fact.change("UPDATE %s SET C = 'c'");
    fact.export();
    account.procedures().describe(fact.id());
    account.procedures().rollBack(fact.id(), "journey");
    account.procedures().retire(fact.id(), "journey");
  }

  private static void events(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("k", "NUMBER(9,0)", "NUMBER(9,0)")
            .field("id", "NUMBER(9,0)", "NUMBER(9,0)", "required: true")
            .field("day", "DATE", "DATE", "required: true")
            .field("t", "VARCHAR(20)", "VARCHAR(5)")
            .with("kind", "event")
            .with("eventTime", "day")
            .with("identity", "[id]")
            .with("onViolation", "{doesNotFit: reject}")
            .register();
    fact.change(
        "INSERT INTO %s VALUES (1, 1, '2026-01-01', 'a'), (1, 2, '2026-01-02', 'too long')");
    fact.export();
    fact.change("UPDATE %s SET T = 'ok' WHERE ID = 2");
    fact.release(REASON);
  }
}
