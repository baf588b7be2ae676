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
 * What the documentation promises of streams on one table, written down naively: every committed
 * state of the table is kept whole, and a stream is the comparison of two of them. Source:
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

  private record Insertion(int commit, int id, String value) {}

  private final List<Map<Integer, Image>> commits = new ArrayList<>(List.of(new TreeMap<>()));
  private final List<Insertion> insertions = new ArrayList<>();
  private final Map<String, Integer> offsets = new HashMap<>();
  private final Set<String> appendOnly = new HashSet<>();

  /** One session's view: what its open transaction pinned, wrote and consumed. */
  final class Client {
    private boolean open;
    private int start;
    private Map<Integer, Image> working = Map.of();
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
      start = commits.size() - 1;
    }

    void commit() {
      if (writing) {
        commits.add(working);
        insertions.addAll(inserted);
        consumed.forEach(stream -> offsets.merge(stream, start, Math::max));
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
        working = new TreeMap<>(commits.get(commits.size() - 1));
        writing = true;
      }
      statement.run();
      if (own) {
        commit();
      }
    }

    void insert(int id, String value) {
      write(
          () -> {
            working.put(id, new Image(value, 1));
            inserted.add(new Insertion(commits.size(), id, value));
          });
    }

    void update(Set<Integer> ids, UnaryOperator<String> change) {
      write(
          () ->
              ids.forEach(
                  id ->
                      working.computeIfPresent(
                          id,
                          (same, row) -> new Image(change.apply(row.value()), row.writes() + 1))));
    }

    void delete(Set<Integer> ids) {
      write(() -> working.keySet().removeAll(ids));
    }

    void consume(String stream) {
      write(() -> consumed.add(stream));
    }

    Set<Integer> ids() {
      return new TreeSet<>((writing ? working : commits.get(commits.size() - 1)).keySet());
    }

    /** What a stream shows to this session now, in order. */
    List<Change> read(String stream) {
      int upTo = open ? start : commits.size() - 1;
      int offset = offsets.get(stream);
      return appendOnly.contains(stream) ? appended(offset, upTo) : net(offset, upTo);
    }
  }

  void createStream(String name, boolean onlyAppends) {
    offsets.put(name, commits.size() - 1);
    if (onlyAppends) {
      appendOnly.add(name);
    }
  }

  private List<Change> appended(int offset, int upTo) {
    return insertions.stream()
        .filter(row -> row.commit() > offset && row.commit() <= upTo)
        .map(row -> new Change("INSERT", false, row.id(), row.value()))
        .sorted()
        .toList();
  }

  private List<Change> net(int offset, int upTo) {
    if (upTo <= offset) {
      return List.of();
    }
    Map<Integer, Image> before = commits.get(offset);
    Map<Integer, Image> after = commits.get(upTo);
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
