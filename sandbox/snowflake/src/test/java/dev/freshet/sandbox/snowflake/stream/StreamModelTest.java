package dev.freshet.sandbox.snowflake.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.stream.StreamModel.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random work of two sessions on one table, against the naive {@link StreamModel}. */
class StreamModelTest {

  private static EmbeddedSnowflake snowflake;

  @BeforeAll
  static void start() {
    snowflake = EmbeddedSnowflake.builder().start();
  }

  @AfterAll
  static void stop() {
    snowflake.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void streamsShowWhatTheModelShows(long seed) {
    try (Walk walk = new Walk(seed)) {
      walk.run(60);
    }
  }

  /** One random walk. The statements so far are told when it fails. */
  private static final class Walk implements AutoCloseable {
    private final Random random;
    private final StreamModel model = new StreamModel();
    private final List<Client> clients = new ArrayList<>();
    private final List<String> streams = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private int lastId;

    Walk(long seed) {
      random = new Random(seed);
      String database = "WALK" + seed;
      for (String name : List.of("a", "b")) {
        Session session = snowflake.engine().openSession(name, "SYSADMIN");
        session.execute("CREATE DATABASE IF NOT EXISTS " + database);
        session.execute("USE DATABASE " + database);
        clients.add(new Client(name, session, model.new Client()));
      }
      Client first = clients.get(0);
      first.execute("CREATE TABLE t (id NUMBER, v VARCHAR)");
      first.execute("CREATE TABLE sink (id NUMBER, v VARCHAR)");
      createStream(first, false);
      createStream(first, true);
    }

    void run(int steps) {
      for (int step = 0; step < steps; step++) {
        Client client = clients.get(random.nextInt(2));
        boolean otherWrites = clients.stream().anyMatch(c -> c != client && c.model.isWriting());
        if (otherWrites) {
          clients.forEach(this::compare);
          clients.stream().filter(c -> c != client).forEach(this::endOrWrite);
        } else if (random.nextInt(12) == 0) {
          createStream(client, random.nextBoolean());
        } else if (client.model.isOpen() && random.nextInt(4) == 0) {
          end(client);
        } else if (!client.model.isOpen() && random.nextInt(3) == 0) {
          client.execute("BEGIN");
          client.model.begin();
        } else {
          write(client);
        }
        clients.forEach(this::compare);
      }
    }

    /** Ends the sessions, and with them what they have open. */
    @Override
    public void close() {
      clients.forEach(client -> snowflake.engine().killSession(client.session.id()));
    }

    private void endOrWrite(Client client) {
      if (random.nextInt(3) == 0) {
        end(client);
      } else {
        write(client);
      }
    }

    private void end(Client client) {
      if (random.nextInt(3) == 0) {
        client.execute("ROLLBACK");
        client.model.end();
      } else {
        client.execute("COMMIT");
        client.model.commit();
      }
    }

    /** DDL: commits what the session has open. */
    private void createStream(Client client, boolean appendOnly) {
      client.model.commit();
      String name = "s" + streams.size();
      client.execute("CREATE STREAM " + name + " ON TABLE t APPEND_ONLY = " + appendOnly);
      model.createStream(name, appendOnly);
      streams.add(name);
    }

    private void write(Client client) {
      switch (random.nextInt(6)) {
        case 0, 1 -> insert(client);
        case 2 -> update(client);
        case 3 -> delete(client);
        case 4 -> merge(client);
        default -> consume(client);
      }
    }

    private void insert(Client client) {
      int id = ++lastId;
      client.execute("INSERT INTO t VALUES (%d, 'v%d')".formatted(id, id));
      client.model.insert(id, "v" + id);
    }

    private void update(Client client) {
      Set<Integer> ids = some(client);
      boolean toTheSame = random.nextInt(4) == 0;
      client.execute(
          "UPDATE t SET v = %s WHERE %s".formatted(toTheSame ? "v" : "v || 'u'", in(ids)));
      client.model.update(ids, v -> toTheSame ? v : v + "u");
    }

    private void delete(Client client) {
      Set<Integer> ids = some(client);
      client.execute("DELETE FROM t WHERE " + in(ids));
      client.model.delete(ids);
    }

    private void merge(Client client) {
      Set<Integer> matched = some(client);
      int id = ++lastId;
      String values = matched.stream().map(i -> "(" + i + ")").collect(Collectors.joining(", "));
      client.execute(
          """
          MERGE INTO t USING (SELECT column1 AS id FROM VALUES %s) m ON t.id = m.id
          WHEN MATCHED THEN UPDATE SET v = t.v || 'm'
          WHEN NOT MATCHED THEN INSERT (id, v) VALUES (m.id, 'm')"""
              .formatted(values.isEmpty() ? "(" + id + ")" : values + ", (" + id + ")"));
      client.model.update(matched, v -> v + "m");
      client.model.insert(id, "m");
    }

    private void consume(Client client) {
      String stream = streams.get(random.nextInt(streams.size()));
      client.execute("INSERT INTO sink SELECT id, v FROM " + stream + " WHERE false");
      client.model.consume(stream);
    }

    private Set<Integer> some(Client client) {
      return client.model.ids().stream()
          .filter(id -> random.nextInt(3) == 0)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String in(Set<Integer> ids) {
      return ids.isEmpty()
          ? "false"
          : ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "id IN (", ")"));
    }

    private void compare(Client client) {
      for (String stream : streams) {
        assertEquals(
            client.model.read(stream),
            client.read(stream),
            () -> stream + " of " + client.name + " after\n" + String.join("\n", statements));
      }
    }

    /** A session and what the model knows of it. */
    private final class Client {
      private final String name;
      private final Session session;
      private final StreamModel.Client model;

      Client(String name, Session session, StreamModel.Client model) {
        this.name = name;
        this.session = session;
        this.model = model;
      }

      void execute(String sql) {
        statements.add(name + ": " + sql);
        session.execute(sql);
      }

      List<Change> read(String stream) {
        String query = "SELECT METADATA$ACTION, METADATA$ISUPDATE, id, v FROM " + stream;
        return session.execute(query).rows().stream()
            .map(
                row ->
                    new Change(
                        Objects.requireNonNull(row[0]),
                        "1".equals(row[1]),
                        Integer.parseInt(Objects.requireNonNull(row[2])),
                        Objects.requireNonNull(row[3])))
            .sorted()
            .toList();
      }
    }
  }
}
