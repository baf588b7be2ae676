package dev.freshet.procs.retain;

import dev.freshet.contract.ReplayId;
import dev.freshet.contract.replay.ReplayException;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The replays of a contract that the bridge has not finished. What is not surely over, and what
 * cannot be read, is open: it may need any part. The stage is asked at most once.
 */
final class OpenReplays {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private @Nullable Set<ReplayId> open;

  OpenReplays(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  boolean isOpen(ReplayId id) {
    return open().contains(id);
  }

  /** Why no part of the contract may go: a replay is open that is no rehearsal. */
  Optional<String> holdAllData() {
    return open().stream()
        .filter(id -> !isRehearsal(id))
        .findFirst()
        .map(id -> "replay " + id + " is open and may need any part");
  }

  /** A rehearsal brings its own parts. */
  private boolean isRehearsal(ReplayId id) {
    String key = StageLayout.replay(schema.contract(), id, 0);
    try {
      return new StageObjects(warehouse, schema.app())
              .read(key)
              .map(text -> ReplayRequestCodec.read(key, text))
              .isPresent()
          || asked().contains(id);
    } catch (ReplayException e) {
      return false; // of a kind not known here
    }
  }

  private Set<ReplayId> open() {
    Set<ReplayId> known = open;
    if (known == null) {
      known = new TreeSet<>(Comparator.comparing(ReplayId::text));
      known.addAll(asked());
      known.addAll(requested());
      known.removeAll(over());
      open = known;
    }
    return known;
  }

  /** Rehearsals whose request is settled; it may not be on the stage yet. */
  private Set<ReplayId> asked() {
    return warehouse
        .rows("SELECT DISTINCT ID FROM " + schema.rehearsals() + " WHERE STATE = 'requested'")
        .stream()
        .map(row -> new ReplayId(row.text(0)))
        .collect(Collectors.toSet());
  }

  private Set<ReplayId> requested() {
    return keys(StageLayout.REPLAYS + schema.contract() + "/").stream()
        .map(StageLayout::parseReplay)
        .flatMap(Optional::stream)
        .map(StageLayout.ReplayKey::id)
        .collect(Collectors.toSet());
  }

  /** A failure ends any replay, the receipt of its one lane a rehearsal. */
  private Set<ReplayId> over() {
    Set<ReplayId> rehearsals = asked();
    String folder = StageLayout.RECEIPTS + schema.contract() + "/replay-";
    return keys(folder).stream()
        .filter(key -> key.endsWith("/failed.json") || key.endsWith("/0.json"))
        .filter(key -> key.endsWith("/failed.json") || rehearsals.contains(id(folder, key)))
        .map(key -> id(folder, key))
        .collect(Collectors.toSet());
  }

  private static ReplayId id(String folder, String key) {
    return new ReplayId(key.substring(folder.length(), key.indexOf('/', folder.length())));
  }

  private List<String> keys(String prefix) {
    String root = prefix.substring(0, prefix.lastIndexOf('/') + 1);
    return warehouse.named("LIST " + schema.app().onStage(prefix), List.of("name")).rows().stream()
        .map((Row row) -> row.text(0))
        .map(name -> name.substring(Math.max(0, name.lastIndexOf(root))))
        .toList();
  }
}
