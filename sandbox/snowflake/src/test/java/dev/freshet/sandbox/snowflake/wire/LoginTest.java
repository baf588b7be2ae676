package dev.freshet.sandbox.snowflake.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.SessionParameters.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {

  private static TestAccount account;

  @BeforeAll
  static void start() {
    account = new TestAccount();
  }

  @AfterAll
  static void stop() {
    account.close();
  }

  @ParameterizedTest
  @EnumSource
  void opensASessionInTheDatabaseAndSchemaAskedFor(DriverVersion driver) throws Exception {
    Map<String, String> settings =
        Map.of("db", "shop", "schema", "public", "warehouse", "w1", "role", "analyst");
    try (Connection connection = account.connect(driver, settings)) {
      assertThat(connection.getCatalog()).isEqualTo("SHOP");
      assertThat(connection.getSchema()).isEqualTo("PUBLIC");
      assertThat(connection.isValid(10)).isTrue();
      Session session = latestSession();
      assertThat(session.user()).isEqualTo("SOMEONE");
      assertThat(session.role()).isEqualTo("ANALYST");
      assertThat(session.warehouse()).contains("W1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void passesOverADatabaseThatIsNotThere(DriverVersion driver) throws Exception {
    try (Connection connection = account.connect(driver, Map.of("db", "elsewhere"))) {
      assertThat(connection.getCatalog()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesSessionParametersAmongTheSettings(DriverVersion driver) throws Exception {
    Map<String, String> settings = Map.of("QUERY_TAG", "nightly", "LOCK_TIMEOUT", "7");
    try (Connection connection = account.connect(driver, settings)) {
      assertThat(connection.isClosed()).isFalse();
      assertThat(latestSession().parameters().get(Name.QUERY_TAG)).isEqualTo("nightly");
      assertThat(latestSession().parameters().get(Name.LOCK_TIMEOUT)).isEqualTo("7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsTheSessionAtLogout(DriverVersion driver) throws Exception {
    Connection connection = account.connect(driver);
    Session session = latestSession();
    connection.close();
    assertThat(session.isGone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void joinsTheSessionThatAGrantStandsForAndLeavesItAtLogout(DriverVersion driver)
      throws Exception {
    Session session = account.engine().openSession("OWNER", "SYSADMIN");
    String grant = account.engine().sessions().grant(session);
    account.scripted().on("ROLE", joined -> joined.execute("SCRIPTED SESSION"));
    account.scripted().on("SESSION", Answers::sessionId);
    try (Connection connection = account.connect(driver, Map.of("password", grant))) {
      assertThat(Answers.text(connection, "SCRIPTED ROLE")).isEqualTo("" + session.id());
    }
    assertThat(session.isGone()).isFalse();
    account.engine().sessions().end(session);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAGrantThatWasRevoked(DriverVersion driver) throws Exception {
    Session session = account.engine().openSession("OWNER", "SYSADMIN");
    String grant = account.engine().sessions().grant(session);
    account.scripted().on("SESSION", Answers::sessionId);
    try (Connection joined = account.connect(driver, Map.of("password", grant))) {
      account.engine().sessions().revoke(grant);
      assertThatThrownBy(() -> Answers.text(joined, "SCRIPTED SESSION"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(390111));
    }
    assertThatThrownBy(() -> account.connect(driver, Map.of("password", grant)))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(390100);
              assertThat(e.getSQLState()).isEqualTo("08001");
            });
    account.engine().sessions().end(session);
  }

  @ParameterizedTest
  @EnumSource
  void refusesThePasswordWrong(DriverVersion driver) {
    assertThatThrownBy(() -> account.connect(driver, Map.of("password", "wrong")))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(390100));
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheDriverThatAKilledSessionIsGone(DriverVersion driver) throws Exception {
    account.scripted().on("SESSION", Answers::sessionId);
    try (Connection connection = account.connect(driver)) {
      account.engine().killSession(latestSession().id());
      assertThatThrownBy(() -> Answers.text(connection, "SCRIPTED SESSION"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(390111));
      assertThat(connection.isValid(10)).isFalse();
    }
  }

  private static Session latestSession() {
    return account.engine().sessions().all().stream()
        .max((a, b) -> Long.compare(a.id(), b.id()))
        .orElseThrow();
  }
}
