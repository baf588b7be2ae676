package dev.freshet.sandbox.snowflake.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.stream.StreamModel.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One random walk of two sessions over two tables, views of them and a dynamic table, whose streams
 * must show what {@link StreamModel} shows. When they do not, the seed and the statements so far
 * are told.
 */
final class StreamWalk implements AutoCloseable {

  private final EmbeddedSnowflake snowflake;
  private final long seed;
  private final Random random;
  private final StreamModel model = new StreamModel();
  private final List<Client> clients = new ArrayList<>();
  private final Map<String, ModelSource> streams = new HashMap<>();
  private final RowIds rowIds = new RowIds();
  private final List<String> statements = new ArrayList<>();
  private int lastId;

  StreamWalk(EmbeddedSnowflake snowflake, long seed) {
    this.snowflake = snowflake;
    this.seed = seed;
    random = new Random(seed);
    String database = "WALK" + seed;
    for (String name : List.of("a", "b")) {
      Session session = snowflake.engine().openSession(name, "SYSADMIN");
      session.execute("CREATE DATABASE IF NOT EXISTS " + database);
      session.execute("USE DATABASE " + database);
      clients.add(new Client(name, session, model.new Client()));
    }
    Client first = clients.get(0);
    first.execute("CREATE TABLE sink (id NUMBER, v VARCHAR)");
    for (String table : List.of("t", "u")) {
      first.execute("CREATE TABLE " + table + " (id NUMBER, v VARCHAR) CHANGE_TRACKING = TRUE");
      insert(first, table);
      insert(first, table);
    }
    for (ModelSource source : ModelSource.values()) {
      if (!source.definition().isEmpty()) {
        first.execute(source.definition());
      }
      if (source == ModelSource.DYNAMIC) {
        first.model.refresh();
      }
      createStream(first, source, false, false);
    }
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      Client client = clients.get(random.nextInt(2));
      boolean otherWrites = clients.stream().anyMatch(c -> c != client && c.model.isWriting());
      if (otherWrites) {
        clients.stream().filter(c -> c != client).forEach(this::endOrWrite);
      } else if (random.nextInt(15) == 0) {
        createStream(client);
      } else if (random.nextInt(12) == 0) {
        client.execute("ALTER DYNAMIC TABLE d REFRESH");
        client.model.refresh();
      } else if (client.model.isOpen() && random.nextInt(4) == 0) {
        end(client);
      } else if (!client.model.isOpen() && random.nextInt(3) == 0) {
        client.execute("BEGIN");
        client.model.begin();
      } else {
        write(client);
      }
      compare(clients.get(random.nextInt(2)), 3);
    }
    clients.forEach(client -> compare(client, 1));
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

  private void createStream(Client client) {
    ModelSource source = ModelSource.values()[random.nextInt(ModelSource.values().length)];
    boolean appendOnly = source.takesAppendOnly() && random.nextBoolean();
    createStream(client, source, appendOnly, random.nextInt(3) == 0);
  }

  /** DDL: commits what the session has open. */
  private void createStream(
      Client client, ModelSource source, boolean appendOnly, boolean initial) {
    client.model.commit();
    String name = "s" + streams.size();
    client.execute(
        "CREATE STREAM %s ON %s APPEND_ONLY = %s SHOW_INITIAL_ROWS = %s"
            .formatted(name, source.sql(), appendOnly, initial));
    model.createStream(name, source, appendOnly, initial);
    streams.put(name, source);
  }

  private void write(Client client) {
    String table = random.nextInt(3) == 0 ? "u" : "t";
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> insert(client, table);
      case 6, 7, 8, 9, 10 -> update(client, table);
      case 11, 12 -> delete(client, table);
      case 13, 14, 15 -> merge(client, table);
      case 16 -> truncate(client, table);
      default -> consume(client);
    }
  }

  /** Up to three rows, some of them long enough to be in every view. */
  private void insert(Client client, String table) {
    Map<Integer, String> rows = new TreeMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int id = ++lastId;
      rows.put(id, (random.nextBoolean() ? "v" : "long") + id);
    }
    String values =
        rows.entrySet().stream()
            .map(row -> "(%d, '%s')".formatted(row.getKey(), row.getValue()))
            .collect(Collectors.joining(", "));
    client.execute("INSERT INTO %s VALUES %s".formatted(table, values));
    client.model.insert(table, rows);
  }

  private void update(Client client, String table) {
    Set<Integer> ids = some(client, table);
    int kind = random.nextInt(4);
    String value = List.of("v", "LEFT(v, 2)", "v || 'u'", "v || 'w'").get(kind);
    client.execute("UPDATE %s SET v = %s WHERE %s".formatted(table, value, in(ids)));
    client.model.update(
        table,
        ids,
        v ->
            switch (kind) {
              case 0 -> v;
              case 1 -> v.substring(0, Math.min(2, v.length()));
              case 2 -> v + "u";
              default -> v + "w";
            });
  }

  private void delete(Client client, String table) {
    Set<Integer> ids = some(client, table);
    client.execute("DELETE FROM %s WHERE %s".formatted(table, in(ids)));
    client.model.delete(table, ids);
  }

  /** MERGE that updates some rows, deletes some and inserts one. */
  private void merge(Client client, String table) {
    Set<Integer> matched = some(client, table);
    int id = ++lastId;
    Set<Integer> all = new TreeSet<>(matched);
    all.add(id);
    client.execute(
        """
        MERGE INTO %s x USING (SELECT column1 AS id FROM VALUES %s) m ON x.id = m.id
        WHEN MATCHED AND MOD(m.id, 5) = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET v = x.v || 'm'
        WHEN NOT MATCHED THEN INSERT (id, v) VALUES (m.id, 'mm')"""
            .formatted(
                table, all.stream().map(i -> "(" + i + ")").collect(Collectors.joining(", "))));
    Set<Integer> deleted =
        matched.stream().filter(i -> i % 5 == 0).collect(Collectors.toCollection(TreeSet::new));
    matched.removeAll(deleted);
    client.model.merge(table, matched, v -> v + "m", deleted, id, "mm");
  }

  private void truncate(Client client, String table) {
    client.execute("TRUNCATE TABLE " + table);
    client.model.delete(table, client.model.ids(table));
  }

  private void consume(Client client) {
    String stream = "s" + random.nextInt(streams.size());
    client.execute("INSERT INTO sink SELECT id, v FROM " + stream + " WHERE false");
    client.model.consume(stream);
  }

  private Set<Integer> some(Client client, String table) {
    return client.model.ids(table).stream()
        .filter(id -> random.nextInt(3) == 0)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String in(Set<Integer> ids) {
    return ids.isEmpty()
        ? "false"
        : ids.stream().map(String::valueOf).collect(Collectors.joining(", ", "id IN (", ")"));
  }

  /** Compares one stream out of so many. */
  private void compare(Client client, int outOf) {
    for (int i = 0; i < streams.size(); i++) {
      if (random.nextInt(outOf) == 0) {
        String stream = "s" + i;
        assertEquals(
            client.model.read(stream), client.read(stream), () -> told(stream, client.name));
      }
    }
  }

  private String told(String stream, String client) {
    return "%s of %s; again with -Dfreshet.seed=%d; after\n%s"
        .formatted(stream, client, seed, String.join("\n", statements));
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
      try {
        session.execute(sql);
      } catch (RuntimeException e) {
        throw new AssertionError(told("a statement", name), e);
      }
    }

    List<Change> read(String stream) {
      String query =
          "SELECT METADATA$ACTION, METADATA$ISUPDATE, id, v, METADATA$ROW_ID FROM " + stream;
      return session.execute(query).rows().stream()
          .map(row -> change(stream, row))
          .sorted()
          .toList();
    }

    private Change change(String stream, @Nullable String[] row) {
      int id = Integer.parseInt(Objects.requireNonNull(row[2]));
      rowIds.check(
          Objects.requireNonNull(streams.get(stream)),
          id,
          Objects.requireNonNull(row[4]),
          told(stream, name));
      return new Change(
          Objects.requireNonNull(row[0]), "1".equals(row[1]), id, Objects.requireNonNull(row[3]));
    }
  }

  /**
   * METADATA$ROW_ID is one for a row for ever, in all streams on its source, and no other row's.
   */
  private static final class RowIds {
    private final Map<String, String> byRow = new HashMap<>();
    private final Map<String, String> byId = new HashMap<>();

    void check(ModelSource source, int id, String rowId, String told) {
      String row = source + "/" + id;
      String before = byRow.putIfAbsent(row, rowId);
      assertEquals(before == null ? rowId : before, rowId, told);
      String other = byId.putIfAbsent(rowId, row);
      assertEquals(other == null ? row : other, row, told);
    }
  }
}
