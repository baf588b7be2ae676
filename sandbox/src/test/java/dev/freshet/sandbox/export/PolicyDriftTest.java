package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a policy hides would be consumed and never published: it is found before that. */
@ExtendWith(SharedAccount.class)
class PolicyDriftTest {
  private static final String MASK =
      "CREATE MASKING POLICY IF NOT EXISTS SHOP.CORE.HIDE AS (V VARCHAR) RETURNS VARCHAR ->"
          + " CASE WHEN CURRENT_ROLE() = 'AUDITOR' THEN V ELSE '***' END";
  private static final String SECOND_MASK =
      "CREATE MASKING POLICY IF NOT EXISTS SHOP.CORE.HIDE_MORE AS (V VARCHAR) RETURNS VARCHAR ->"
          + " '***'";
  private static final String ROWS =
      "CREATE ROW ACCESS POLICY IF NOT EXISTS SHOP.CORE.FEW AS (N NUMBER) RETURNS BOOLEAN ->"
          + " N < 2";

  @Test
  void aMaskedColumnHaltsBeforeAMaskedValueLeaves(ExportAccount account) throws Exception {
    Fact fact = published(account);
    account.execute(MASK);
    fact.change(
        "ALTER TABLE %s MODIFY COLUMN A SET MASKING POLICY SHOP.CORE.HIDE",
        "INSERT INTO %s VALUES (2, 'b', 1)");

    halts(fact, fact.table() + " has MASKING_POLICY SHOP.CORE.HIDE on A");
    assertThatThrownBy(() -> fact.resume("nobody minds"))
        .hasMessageContaining("policyAdded")
        .hasMessageContaining("freshet.policies accept");

    fact.change("ALTER TABLE %s MODIFY COLUMN A UNSET MASKING POLICY");
    fact.resume("taken off");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aRowAccessPolicyHaltsBeforeAHiddenRowIsConsumed(ExportAccount account) throws Exception {
    Fact fact = published(account);
    account.execute(ROWS);
    fact.change(
        "ALTER TABLE %s ADD ROW ACCESS POLICY SHOP.CORE.FEW ON (K)",
        "INSERT INTO %s VALUES (2, 'b', 1)");

    halts(fact, "ROW_ACCESS_POLICY SHOP.CORE.FEW");

    fact.change("ALTER TABLE %s DROP ROW ACCESS POLICY SHOP.CORE.FEW");
    fact.resume("taken off");
    fact.export();
    new Guarantees(fact).hold();
  }

  @Test
  void aSourceWithAPolicyIsNotRegistered(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    account.execute(MASK);
    fact.change("ALTER TABLE %s MODIFY COLUMN A SET MASKING POLICY SHOP.CORE.HIDE");

    assertThatThrownBy(() -> account.registerText(fact.contractText()))
        .hasMessageContaining("freshet.policies")
        .hasMessageContaining("SHOP.CORE.HIDE on A");
  }

  @Test
  void aContractThatTakesPoliciesPublishesWhatTheOwnerSees(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).with("policies", "accept").unregistered();
    account.execute(MASK);
    fact.change("ALTER TABLE %s MODIFY COLUMN A SET MASKING POLICY SHOP.CORE.HIDE");
    account.registerText(fact.contractText());
    fact.change("INSERT INTO %s VALUES (1, 'secret', 1)");

    fact.export();

    assertThat(fact.published()).containsExactly("U 1 *** 1.00");
  }

  @Test
  void aContractThatTakesPoliciesHaltsForOneMoreUntilSomebodyAcceptsIt(ExportAccount account)
      throws Exception {
    Fact fact = FactBuilder.state(account).with("policies", "accept").register();
    account.execute(SECOND_MASK);
    fact.change(
        "INSERT INTO %s VALUES (1, 'a', 1)",
        "ALTER TABLE %s MODIFY COLUMN A SET MASKING POLICY SHOP.CORE.HIDE_MORE");

    halts(fact, "SHOP.CORE.HIDE_MORE on A");

    fact.resume("names are to be hidden from now on");
    fact.export();
    assertThat(fact.published()).containsExactly("U 1 *** 1.00");
  }

  private static Fact published(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();
    return fact;
  }

  private static void halts(Fact fact, String found) throws Exception {
    int before = fact.manifests().size();
    assertThatThrownBy(fact::export)
        .hasMessageContaining("is halted (policyAdded)")
        .hasMessageContaining(found);
    assertThat(fact.manifests()).hasSize(before);
    assertThat(fact.streamHasData()).isTrue();
  }
}
