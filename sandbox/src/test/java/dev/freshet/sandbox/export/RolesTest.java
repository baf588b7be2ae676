package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.roles.GrantCheck;
import dev.freshet.cli.roles.Names;
import dev.freshet.cli.roles.RoleTable;
import dev.freshet.contract.page.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, as it is agreed and as the account has it. */
@ExtendWith(SharedAccount.class)
class RolesTest {

  @Test
  void thePageSaysWhatIsAgreed() {
    new Page("roles.md").holds(RoleTable.markdown());
  }

  @Test
  void theAccountHasTheGrantsThatAreAgreedAndNoOthers(ExportAccount account) throws Exception {
    FactBuilder.state(account).register();

    assertThat(findings(account)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE ON TABLE FRESHET.APP.AUDIT_LOG | ROLE FRESHET_OPERATOR",
        "UPDATE ON TABLE FRESHET.APP.CHANGE_SETS | ROLE FRESHET_OWNER",
        "SELECT ON TABLE FRESHET.APP.REJECTIONS | ROLE FRESHET_AUTHOR",
        "USAGE ON PROCEDURE FRESHET.APP_V1.DESCRIBE_CONTRACT(VARCHAR) | ROLE FRESHET_READER",
        "USAGE ON PROCEDURE FRESHET.APP_V1.STAGE_CONTRACT(VARCHAR) | ROLE FRESHET_OPERATOR",
        "USAGE ON STAGE FRESHET.APP.STAGE | ROLE FRESHET_PURGER",
        "SELECT ON TABLE FRESHET.APP.CONTRACTS | ROLE PUBLIC",
        "SELECT ON FUTURE TABLES IN DATABASE FRESHET | ROLE FRESHET_AUDITOR",
        "CREATE ROLE ON ACCOUNT | ROLE FRESHET_OWNER",
        "ROLE FRESHET_AUDIT_OWNER | ROLE FRESHET_OWNER"
      })
  void aGrantTooManyIsFound(String grant, String to, ExportAccount account) throws Exception {
    account.execute("GRANT " + grant + " TO " + to);
    try {
      assertThat(findings(account)).isNotEmpty();
    } finally {
      account.execute("REVOKE " + grant + " FROM " + to);
    }
    assertThat(findings(account)).isEmpty();
  }

  @Test
  void aGrantTooFewIsFound(ExportAccount account) throws Exception {
    account.execute("REVOKE SELECT ON VIEW FRESHET.APP.PUBLISHED FROM ROLE FRESHET_READER");
    try {
      assertThat(findings(account))
          .containsExactly(
              "FRESHET_READER lacks SELECT ON VIEW FRESHET.APP.PUBLISHED: deploy again, with"
                  + " --account");
    } finally {
      account.execute("GRANT SELECT ON VIEW FRESHET.APP.PUBLISHED TO ROLE FRESHET_READER");
    }
  }

  @Test
  void nobodyDoesWhatIsForbidden(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    fact.export();

    for (Forbidden act : Forbidden.ALL) {
      act.requireRefused(account, fact);
    }
  }

  @Test
  void theAuditorReadsAndTheReaderSeesHealth(ExportAccount account) throws Exception {
    as(account, "FRESHET_AUDITOR", "SELECT COUNT(*) FROM FRESHET.APP.AUDIT_LOG");
    as(account, "FRESHET_AUDITOR", "SELECT COUNT(*) FROM FRESHET.APP.REJECTIONS");
    as(account, "FRESHET_READER", "SELECT COUNT(*) FROM FRESHET.APP.CONTRACT_HEALTH");
    as(account, "FRESHET_OPERATOR", "SELECT COUNT(*) FROM FRESHET.APP.PUBLISHED");
    as(account, "FRESHET_PURGER", "LIST @FRESHET.APP.DATA/");
  }

  @Test
  void listingsShowOnlyWhatTheRoleMayKnowOf(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).register();

    assertThatThrownBy(
            () -> as(account, "FRESHET_OPERATOR", "SHOW TABLES IN SCHEMA " + fact.schema()))
        .hasMessageContaining("does not exist, or operation cannot be performed");
    assertThat(as(account, "FRESHET_READER", "SHOW TABLES LIKE 'CONTRACTS' IN SCHEMA FRESHET.APP"))
        .isZero();
    assertThat(as(account, "FRESHET_AUTHOR", "SHOW TABLES LIKE 'CONTRACTS' IN SCHEMA FRESHET.APP"))
        .isEqualTo(1);
    assertThat(as(account, "FRESHET_READER", "SELECT * FROM FRESHET.INFORMATION_SCHEMA.TABLES"))
        .isPositive();
  }

  @Test
  void whoCallsTheOwnersPartDirectlyGainsNothing(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    fact.change("INSERT INTO %s VALUES (1, 'a', 1)");
    String text = "('" + fact.contractText().replace("'", "''") + "')";
    try (Connection author = session(account, "FRESHET_AUTHOR")) {
      for (String procedure : List.of("JUDGE_CONTRACT", "STAGE_CONTRACT", "CHECK_CONTRACT")) {
        assertThat(Roles.one(author, "CALL FRESHET.APP_V1." + procedure + text))
            .contains("author-may-not-read")
            .doesNotContain("rows_in_source");
      }
      grantRead(account, fact);
      assertThat(Roles.one(author, "CALL FRESHET.APP_V1.STAGE_CONTRACT" + text))
          .contains("has not shown that it may read");
      assertThat(Roles.one(author, "CALL FRESHET.APP_V1.CHECK_CONTRACT" + text))
          .contains("\"rows_in_source\":1");
      assertThat(Roles.one(author, "CALL FRESHET.APP_V1.REGISTER_CONTRACT" + text))
          .contains("\"staged\"");
    }
    assertThat(
            account.one(
                "SELECT DETAIL FROM FRESHET.APP.AUDIT_LOG WHERE CONTRACT = '" + fact.id() + "'"))
        .isEqualTo("staged; the source was read as FRESHET_AUTHOR");
    assertThat(account.rows("SHOW VIEWS IN SCHEMA FRESHET.APP_PROOFS")).isEmpty();
  }

  @Test
  void oneAuthorsProofIsNoneForAnother(ExportAccount account) throws Exception {
    Fact fact = FactBuilder.state(account).unregistered();
    String text = "('" + fact.contractText().replace("'", "''") + "')";
    try (Connection other = session(account, "FRESHET_AUTHOR")) {
      String session = Roles.one(other, "SELECT CURRENT_SESSION()");
      // Made by somebody who may read another table, under the name that this session's has.
      Fact readable = FactBuilder.state(account).unregistered();
      grantRead(account, readable);
      Roles.run(
          other,
          "CREATE VIEW FRESHET.APP_PROOFS.P"
              + session
              + " AS SELECT 1 AS PROOF FROM "
              + readable.table(),
          "GRANT REFERENCES ON VIEW FRESHET.APP_PROOFS.P" + session + " TO ROLE FRESHET_OWNER");

      assertThat(Roles.one(other, "CALL FRESHET.APP_V1.STAGE_CONTRACT" + text))
          .contains("has not shown that it may read");
      Roles.run(other, "DROP VIEW FRESHET.APP_PROOFS.P" + session);
    }
  }

  private static void grantRead(ExportAccount account, Fact fact) throws SQLException {
    account.execute(
        "GRANT USAGE ON DATABASE SHOP TO ROLE FRESHET_AUTHOR",
        "GRANT USAGE ON SCHEMA SHOP.CORE TO ROLE FRESHET_AUTHOR",
        "GRANT SELECT ON TABLE " + fact.table() + " TO ROLE FRESHET_AUTHOR");
  }

  private static List<String> findings(ExportAccount account) throws SQLException {
    return new GrantCheck(account.session(), new Names(Map.of())).findings();
  }

  private static Connection session(ExportAccount account, String role) throws SQLException {
    Connection session = account.connect();
    Roles.run(session, "USE ROLE " + role);
    return session;
  }

  /** How many rows a statement answers to a role. */
  private static int as(ExportAccount account, String role, String sql) throws SQLException {
    try (Connection session = session(account, role)) {
      return Roles.count(session, sql);
    }
  }
}
