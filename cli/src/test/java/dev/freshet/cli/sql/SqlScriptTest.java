package dev.freshet.cli.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.CommandException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

  @Test
  void statementsEndAtSemicolons() {
    assertThat(texts("SELECT 1;\n SELECT 2 ;;")).containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void theLastStatementNeedsNoSemicolon() {
    assertThat(texts("SELECT 1; SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';'",
        "SELECT 'it''s; fine'",
        "SELECT 'a\\';b'",
        "SELECT \";\" FROM T",
        "CREATE PROCEDURE P() AS $$ BEGIN; ' END; $$",
      })
  void semicolonsInsideQuotesAndBodiesDoNotEndAStatement(String statement) {
    assertThat(texts(statement + "; SELECT 2")).containsExactly(statement, "SELECT 2");
  }

  @Test
  void commentsAreLeftOutAndTheirQuotesAreNoQuotes() {
    assertThat(texts("-- it's; a comment\nSELECT 1 /* ; ' */ + 1;\n-- end"))
        .containsExactly("SELECT 1  + 1");
  }

  @Test
  void aStatementKnowsTheLineItBeginsOn() {
    assertThat(SqlScript.parse("f", "-- x\n\nSELECT 1;\nSELECT\n2;").statements())
        .extracting(SqlScript.Statement::line)
        .containsExactly(3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'a", "SELECT \"a", "$$ a", "/* a"})
  void whatIsNeverClosedIsNamedWithItsLine(String text) {
    assertThatThrownBy(() -> SqlScript.parse("app/10.sql", "SELECT 1;\n" + text))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("app/10.sql, line 2");
  }

  @Test
  void placeholdersAreFilled() {
    SqlScript script = SqlScript.parse("f", "USE ${database}; SELECT '$1 ${database}.X'");

    assertThat(script.filled(Map.of("database", "F$1")).statements())
        .extracting(SqlScript.Statement::text)
        .containsExactly("USE F$1", "SELECT '$1 F$1.X'");
  }

  @Test
  void unknownPlaceholdersAreNamedAllAtOnce() {
    SqlScript script = SqlScript.parse("f", "SELECT ${a}; SELECT ${b}");

    assertThatThrownBy(() -> script.filled(Map.of("c", "")))
        .hasMessageContaining("[a, b]")
        .hasMessageContaining("[c]");
  }

  private static List<String> texts(String text) {
    return SqlScript.parse("f", text).statements().stream().map(SqlScript.Statement::text).toList();
  }
}
