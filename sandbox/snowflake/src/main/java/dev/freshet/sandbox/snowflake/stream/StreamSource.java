package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a stream is on. Thread-safe. */
public sealed interface StreamSource {

  /** What the stream names. */
  Relation relation();

  /** The tables whose rows it shows, in the order they are met. */
  List<Table> tables();

  /** Whether the source as it was when the stream was created is no more; what became of it. */
  Optional<String> broken();

  /** How long a stream on it may go without being consumed. */
  Duration retention();

  /** A table, dynamic or not. */
  record OfTable(Table table) implements StreamSource {
    @Override
    public Relation relation() {
      return table;
    }

    @Override
    public List<Table> tables() {
      return List.of(table);
    }

    @Override
    public Optional<String> broken() {
      return dropped(tables());
    }

    @Override
    public Duration retention() {
      return Retention.ofStreams(table);
    }
  }

  /**
   * A view, and all it is made of. Another view or table in the place of one of these is not what
   * the stream is on.
   *
   * @param views the view and those it reads, as they were
   */
  record OfView(Catalog catalog, View view, List<View> views, List<Table> tables)
      implements StreamSource {

    /** The view as it is now: its comment may be another. */
    @Override
    public Relation relation() {
      return catalog.find(ObjectKind.RELATION, view.name(), View.class).orElse(view);
    }

    @Override
    public Optional<String> broken() {
      Optional<String> table = dropped(tables);
      return table.isPresent()
          ? table
          : views.stream().filter(v -> !isThere(v)).findFirst().map(OfView::gone);
    }

    private boolean isThere(View was) {
      return catalog
          .find(ObjectKind.RELATION, was.name(), View.class)
          .filter(now -> now.id().equals(was.id()))
          .isPresent();
    }

    private static String gone(View view) {
      return "View '" + view.name() + "' dropped or replaced";
    }

    /** Retention of tables under a secure view is not extended (user-guide/streams-intro). */
    @Override
    public Duration retention() {
      return tables.stream()
          .map(table -> view.secure() ? Retention.ofTravel(table) : Retention.ofStreams(table))
          .min(Comparator.naturalOrder())
          .orElse(Duration.ofDays(1));
    }
  }

  private static Optional<String> dropped(List<Table> tables) {
    return tables.stream()
        .filter(Table::isDropped)
        .findFirst()
        .map(table -> "Base table '" + table.name() + "' dropped");
  }
}
