package dev.freshet.sandbox.snowflake.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What the documentation promises of streams, written down naively: every committed state of the
 * tables is kept whole, and a stream is the comparison of its source in two of them. Source:
 * user-guide/streams-intro.
 */
final class StreamModel {

  /** A row's value, and how often the row has been written: its image. */
  record Image(String value, int writes) {}

  /** A change as a stream shows it. */
  record Change(String action, boolean update, int id, String value) implements Comparable<Change> {
    @Override
    public int compareTo(Change other) {
      return toString().compareTo(other.toString());
    }
  }

  /** The rows of all tables, by table and id. */
  record State(Map<String, Map<Integer, Image>> tables) {
    State() {
      this(new TreeMap<>());
    }

    Map<Integer, Image> of(String table) {
      return tables.computeIfAbsent(table, t -> new TreeMap<>());
    }

    State copy() {
      State copy = new State();
      tables.forEach((table, rows) -> copy.of(table).putAll(rows));
      return copy;
    }
  }

  private record Insertion(int commit, String table, int id, String value) {}

  /** A stream, and where it stands. */
  private static final class Stream {
    private final ModelSource source;
    private final boolean appendOnly;
    private int offset;
    private boolean initial;

    Stream(ModelSource source, boolean appendOnly, int offset, boolean initial) {
      this.source = source;
      this.appendOnly = appendOnly;
      this.offset = offset;
      this.initial = initial;
    }

    void consumed(int upTo) {
      offset = initial ? offset : Math.max(offset, upTo);
      initial = false;
    }
  }

  private final List<State> commits = new ArrayList<>(List.of(new State()));
  private final List<Insertion> insertions = new ArrayList<>();
  private final Map<String, Stream> streams = new HashMap<>();

  /** One session's view: what its open transaction pinned, wrote and consumed. */
  final class Client {
    private boolean open;
    private int start;
    private State working = new State();
    private final List<Insertion> inserted = new ArrayList<>();
    private final Set<String> consumed = new HashSet<>();
    private boolean writing;

    boolean isOpen() {
      return open;
    }

    boolean isWriting() {
      return writing;
    }

    void begin() {
      open = true;
      start = last();
    }

    void commit() {
      if (writing) {
        commits.add(working);
        insertions.addAll(inserted);
        consumed.forEach(stream -> streams.get(stream).consumed(start));
      }
      end();
    }

    void end() {
      open = false;
      writing = false;
      inserted.clear();
      consumed.clear();
    }

    /** A statement that writes; outside a transaction it commits by itself. */
    private void write(Runnable statement) {
      boolean own = !open;
      if (own) {
        begin();
      }
      if (!writing) {
        working = commits.get(last()).copy();
        writing = true;
      }
      statement.run();
      if (own) {
        commit();
      }
    }

    void insert(String table, Map<Integer, String> rows) {
      write(
          () ->
              rows.forEach(
                  (id, value) -> {
                    working.of(table).put(id, new Image(value, 1));
                    inserted.add(new Insertion(commits.size(), table, id, value));
                  }));
    }

    void update(String table, Set<Integer> ids, UnaryOperator<String> change) {
      write(
          () ->
              ids.forEach(
                  id ->
                      working
                          .of(table)
                          .computeIfPresent(
                              id,
                              (same, row) ->
                                  new Image(change.apply(row.value()), row.writes() + 1))));
    }

    /** One statement: what it does to the rows it finds, and the row it adds. */
    void merge(
        String table,
        Set<Integer> updated,
        UnaryOperator<String> change,
        Set<Integer> deleted,
        int id,
        String value) {
      write(
          () -> {
            update(table, updated, change);
            delete(table, deleted);
            insert(table, Map.of(id, value));
          });
    }

    void delete(String table, Set<Integer> ids) {
      write(() -> working.of(table).keySet().removeAll(ids));
    }

    void consume(String stream) {
      write(() -> consumed.add(stream));
    }

    /**
     * The dynamic table takes over what is committed; a row that stays as it is, is not written.
     */
    void refresh() {
      commit();
      write(
          () -> {
            Map<Integer, Image> rows = working.of("d");
            Map<Integer, Image> wanted = ModelSource.refreshed(working);
            rows.keySet().retainAll(wanted.keySet());
            wanted.forEach(
                (id, row) ->
                    rows.merge(
                        id,
                        new Image(row.value(), 1),
                        (old, same) ->
                            old.value().equals(row.value())
                                ? old
                                : new Image(row.value(), old.writes() + 1)));
          });
    }

    Set<Integer> ids(String table) {
      return new TreeSet<>((writing ? working : commits.get(last())).of(table).keySet());
    }

    /** What a stream shows to this session now, in order. */
    List<Change> read(String name) {
      Stream stream = streams.get(name);
      int upTo = open ? start : last();
      if (stream.initial) {
        return added(stream, new State(), commits.get(stream.offset));
      }
      return stream.appendOnly ? appended(stream, upTo) : net(stream, upTo);
    }
  }

  void createStream(String name, ModelSource source, boolean appendOnly, boolean initial) {
    streams.put(name, new Stream(source, appendOnly, last(), initial));
  }

  private int last() {
    return commits.size() - 1;
  }

  /** As if nothing but the inserts had happened since the offset. */
  private List<Change> appended(Stream stream, int upTo) {
    State before = commits.get(stream.offset);
    State after = before.copy();
    insertions.stream()
        .filter(row -> row.commit() > stream.offset && row.commit() <= upTo)
        .forEach(row -> after.of(row.table()).put(row.id(), new Image(row.value(), 1)));
    return added(stream, before, after);
  }

  private static List<Change> added(Stream stream, State before, State after) {
    Map<Integer, Image> rows = new TreeMap<>(stream.source.rows(after));
    rows.keySet().removeAll(stream.source.rows(before).keySet());
    return rows.entrySet().stream()
        .map(row -> new Change("INSERT", false, row.getKey(), row.getValue().value()))
        .sorted()
        .toList();
  }

  private List<Change> net(Stream stream, int upTo) {
    if (upTo <= stream.offset) {
      return List.of();
    }
    Map<Integer, Image> before = stream.source.rows(commits.get(stream.offset));
    Map<Integer, Image> after = stream.source.rows(commits.get(upTo));
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (id, row) -> {
          if (!row.equals(after.get(id))) {
            changes.add(new Change("DELETE", after.containsKey(id), id, row.value()));
          }
        });
    after.forEach(
        (id, row) -> {
          if (!row.equals(before.get(id))) {
            changes.add(new Change("INSERT", before.containsKey(id), id, row.value()));
          }
        });
    return changes.stream().sorted().toList();
  }
}
