package dev.freshet.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.cli.command.CommandFailed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void semicolonsInQuotesDollarsAndCommentsDoNotEndAStatement() {
    List<String> statements =
        read(
            """
            -- one; two
            SELECT ';', 'it''s; here', "a;b", 'back\\'s;lash' /* ; */ FROM T;
            CREATE TASK X AS $$ BEGIN A; B; END $$;

            ;
            SELECT 2
            """);

    assertThat(statements)
        .containsExactly(
            "SELECT ';', 'it''s; here', \"a;b\", 'back\\'s;lash'  FROM T",
            "CREATE TASK X AS $$ BEGIN A; B; END $$",
            "SELECT 2");
  }

  @Test
  void aStatementKnowsWhereItBegins() {
    List<SqlStatement> statements =
        SqlScript.read("a.sql", "-- head\n\nSELECT 1;\n\n/* two\nlines */ SELECT\n2;", values());

    assertThat(statements).extracting(SqlStatement::line).containsExactly(3, 6);
  }

  @Test
  void placeholdersAreFilledByWhereTheyStand() {
    assertThat(read("CREATE STAGE ${name} URL = '${url}'"))
        .containsExactly("CREATE STAGE STAGE_1 URL = 's3://it''s/\\\\'");
  }

  @Test
  void aTextCannotBecomeAName() {
    assertThatThrownBy(() -> read("SELECT 1;\nDROP TABLE ${url}"))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("a.sql:2")
        .hasMessageContaining("url");
  }

  @Test
  void aPlaceholderWithoutAValueIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("SELECT '${nobody}'"))
        .hasMessageContaining("a.sql:1")
        .hasMessageContaining("--set nobody=");
  }

  @Test
  void anOpenQuoteIsNamedWithItsPlace() {
    assertThatThrownBy(() -> read("SELECT 1;\nSELECT 'open"))
        .hasMessageContaining("a.sql:2")
        .hasMessageContaining("never closed");
  }

  private static List<String> read(String text) {
    return SqlScript.read("a.sql", text, values()).stream().map(SqlStatement::text).toList();
  }

  private static Placeholders values() {
    return new Placeholders(Map.of("name", "STAGE_1", "url", "s3://it's/\\"));
  }
}
