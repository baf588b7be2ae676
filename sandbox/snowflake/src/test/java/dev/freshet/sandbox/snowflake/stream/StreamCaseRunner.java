package dev.freshet.sandbox.snowflake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.snowflake.account.Account;
import dev.freshet.sandbox.snowflake.account.Client;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plays {@link StreamCase}s over two connections, each in a schema of its own. */
final class StreamCaseRunner implements AutoCloseable {

  private static final Pattern FAILS = Pattern.compile("(.*) -> fails: (.*)");
  private static final Pattern ANSWERS = Pattern.compile("\\[(.*)] = (.*)");
  private static final Pattern SHOWS = Pattern.compile("([a-z_0-9]+) = (.*)");

  private final Map<String, Client> clients;
  private int schemas;

  StreamCaseRunner(Account account) throws SQLException {
    clients = Map.of("a", account.connect(), "b", account.connect());
  }

  void play(String script) throws SQLException {
    prepare("CASE_" + ++schemas);
    for (String line : script.strip().split("\n")) {
      step(client(line.substring(0, 1)), line.substring(2).strip(), line);
    }
  }

  private void prepare(String schema) throws SQLException {
    for (Client client : clients.values()) {
      client.execute("ROLLBACK");
      client.execute("ALTER SESSION UNSET LOCK_TIMEOUT");
      client.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      client.execute("USE SCHEMA " + schema);
    }
    Client a = client("a");
    a.execute("CREATE TABLE t (id NUMBER, v VARCHAR)");
    a.execute("CREATE TABLE sink (id NUMBER, v VARCHAR)");
    a.execute("INSERT INTO t VALUES (7, 'seven'), (8, 'eight')");
    a.execute("CREATE STREAM s ON TABLE t");
    a.execute("CREATE STREAM inserts ON TABLE t APPEND_ONLY = TRUE");
  }

  private static void step(Client client, String step, String line) throws SQLException {
    Matcher fails = FAILS.matcher(step);
    Matcher answers = ANSWERS.matcher(step);
    Matcher shows = SHOWS.matcher(step);
    if (fails.matches()) {
      assertThatThrownBy(() -> client.execute(fails.group(1)))
          .as(line)
          .hasMessageContaining(fails.group(2));
    } else if (answers.matches()) {
      assertThat(client.value(answers.group(1))).as(line).isEqualToIgnoringCase(answers.group(2));
    } else if (shows.matches()) {
      List<String> expected =
          shows.group(2).equals("nothing") ? List.of() : List.of(shows.group(2).split(" "));
      assertThat(changes(client, shows.group(1)))
          .as(line)
          .containsExactlyInAnyOrderElementsOf(expected);
    } else {
      client.execute(step);
    }
  }

  private static List<String> changes(Client client, String stream) throws SQLException {
    return client.rows("SELECT METADATA$ACTION, METADATA$ISUPDATE, id, v FROM " + stream).stream()
        .map(StreamCaseRunner::notation)
        .toList();
  }

  private static String notation(List<@Nullable String> row) {
    String update = "TRUE".equalsIgnoreCase(row.get(1)) ? "*" : "";
    String action = "INSERT".equals(row.get(0)) ? "+" : "-";
    return update + action + row.get(2) + ":" + row.get(3);
  }

  private Client client(String name) {
    Client client = clients.get(name);
    if (client == null) {
      throw new IllegalArgumentException("a line of a script begins with a: or b:, not " + name);
    }
    return client;
  }

  @Override
  public void close() throws SQLException {
    for (Client client : clients.values()) {
      client.close();
    }
  }
}
