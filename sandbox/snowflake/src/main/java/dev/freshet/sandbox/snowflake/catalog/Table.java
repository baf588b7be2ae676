package dev.freshet.sandbox.snowflake.catalog;

import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A table. Its rows live in a DuckDB table under a name of its own, never used again: so a table
 * that is dropped or replaced is another one, whatever it is called. Identity is the object itself.
 */
public final class Table implements Relation {

  /** How long a table lives and what Snowflake keeps of it. */
  public enum Durability {
    PERMANENT,
    TRANSIENT,
    TEMPORARY
  }

  private final String physicalName;
  private final Durability durability;
  private final Instant createdOn;
  private final Map<String, String> options = new ConcurrentHashMap<>();
  private volatile ObjectName name;
  private volatile List<TableColumn> columns;
  private volatile long trackedSince = -1;
  private volatile boolean dropped;
  private volatile Optional<Dynamic> dynamic = Optional.empty();

  public Table(
      ObjectName name,
      String physicalName,
      Durability durability,
      List<TableColumn> columns,
      Instant createdOn) {
    this.name = name;
    this.physicalName = physicalName;
    this.durability = durability;
    this.columns = List.copyOf(columns);
    this.createdOn = createdOn;
  }

  @Override
  public ObjectName name() {
    return name;
  }

  public void rename(ObjectName newName) {
    name = newName;
  }

  @Override
  public Instant createdOn() {
    return createdOn;
  }

  public Durability durability() {
    return durability;
  }

  @Override
  public List<TableColumn> columns() {
    return columns;
  }

  public void setColumns(List<TableColumn> newColumns) {
    columns = List.copyOf(newColumns);
  }

  public Optional<TableColumn> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }

  /** The name of the DuckDB table, as it is. */
  public String physicalName() {
    return physicalName;
  }

  /** The DuckDB table, quoted. */
  public String physical() {
    return Identifiers.verbatim(physicalName);
  }

  /** The DuckDB table of its earlier rows, quoted; there if the table is tracked. */
  public String history() {
    return Identifiers.verbatim(physicalName + "$history");
  }

  /** Its columns as DuckDB names them, separated by commas. */
  public String columnList() {
    return columns.stream()
        .map(c -> Identifiers.encode(c.name()))
        .collect(Collectors.joining(", "));
  }

  /** Whether its changes are recorded. Once they are, they stay so. */
  public boolean isTracked() {
    return trackedSince >= 0;
  }

  /** The version from which on its changes are recorded; -1 if they are not. */
  public long trackedSince() {
    return trackedSince;
  }

  public void setTracked(long since) {
    trackedSince = since;
  }

  /** Whether its changes can be asked for: of a dynamic table only if it is kept row by row. */
  public boolean tellsChanges() {
    return isTracked() && dynamic.map(Dynamic::isIncremental).orElse(true);
  }

  /** What makes it dynamic; empty if it is an ordinary table. */
  public Optional<Dynamic> dynamic() {
    return dynamic;
  }

  public void setDynamic(Dynamic newDynamic) {
    dynamic = Optional.of(newDynamic);
  }

  public boolean isDropped() {
    return dropped;
  }

  public void setDropped() {
    dropped = true;
  }

  /** Options such as COMMENT and DATA_RETENTION_TIME_IN_DAYS, as written. */
  public Map<String, String> options() {
    return options;
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
