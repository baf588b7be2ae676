package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Version;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The log that all contracts share; rows are only ever inserted. */
final class ChangeLog {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  ChangeLog(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Logs a change set whose rows are in the outbox. */
  void changeSet(
      Contract contract,
      HeadRow head,
      Manifest.Kind kind,
      long sequence,
      Counts counts,
      String queryId) {
    insert(
        contract,
        head,
        kind,
        Long.toString(sequence),
        counts,
        eventTime(contract, sequence),
        queryId);
  }

  /** Logs the change set of no rows that ends the contract. */
  void end(Contract contract, HeadRow head, long sequence) {
    insert(
        contract,
        head,
        Manifest.Kind.END,
        Long.toString(sequence),
        Counts.NONE,
        Optional.empty(),
        warehouse.lastQueryId());
  }

  /** Logs a run that published nothing. */
  void nothingPublished(
      Contract contract, HeadRow head, Manifest.Kind kind, Counts counts, String queryId) {
    insert(contract, head, kind, "NULL", counts, Optional.empty(), queryId);
  }

  private void insert(
      Contract contract,
      HeadRow head,
      Manifest.Kind kind,
      String sequence,
      Counts counts,
      Optional<Manifest.EventTime> eventTime,
      String queryId) {
    warehouse.change(
        "INSERT INTO "
            + schema.app().changeSets()
            + " (CONTRACT, CONTRACT_VERSION, SEQUENCE, RUN, KIND, UPSERTS, DELETES, REJECTED,"
            + " REJECTED_BY_RULE, FILTERED, UNCHANGED, EVENT_TIME_MIN, EVENT_TIME_MAX, LANES,"
            + " LANES_SINCE, QUERY_ID, ATTEMPT)"
            + " SELECT "
            + String.join(
                ", ",
                Sql.literal(contract.id().toString()),
                Sql.literal(contract.version().toString()),
                sequence,
                Sql.literal(head.run()),
                Sql.literal(kind.name().toLowerCase(Locale.ROOT)),
                Long.toString(counts.upserts()),
                Long.toString(counts.deletes()),
                Long.toString(counts.rejected()),
                Sql.literal(counts.rejectedByRule().toString()),
                Long.toString(counts.filtered()),
                Long.toString(counts.unchanged()),
                Sql.literal(eventTime.map(Manifest.EventTime::min)),
                Sql.literal(eventTime.map(Manifest.EventTime::max)),
                Integer.toString(head.lanes()),
                Long.toString(head.lanesSince()),
                Sql.literal(queryId),
                Long.toString(head.attempt())));
  }

  private Optional<Manifest.EventTime> eventTime(Contract contract, long sequence) {
    if (contract.eventTime().isEmpty()) {
      return Optional.empty();
    }
    var type = contract.field(contract.eventTime().get()).type();
    String column = Sql.quoted(contract.eventTime().get());
    Row row =
        warehouse
            .rows(
                "SELECT MIN("
                    + column
                    + "), MAX("
                    + column
                    + ") FROM "
                    + schema.staged()
                    + " WHERE \"__sequence\" = "
                    + sequence)
            .get(0);
    return row.optional(0)
        .map(
            min ->
                new Manifest.EventTime(
                    EventTimeText.of(type, min), EventTimeText.of(type, row.text(1))));
  }

  /**
   * What the log says of a change set.
   *
   * @throws ExportFailed if it says nothing, or twice
   */
  ChangeSet read(long sequence) {
    List<Row> rows =
        warehouse.rows(
            "SELECT CONTRACT_VERSION, TO_VARCHAR(TAKEN_AT, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"'),"
                + " UPSERTS, DELETES, REJECTED, FILTERED, UNCHANGED, EVENT_TIME_MIN,"
                + " EVENT_TIME_MAX, LANES, LANES_SINCE, QUERY_ID, KIND FROM "
                + schema.app().changeSets()
                + " WHERE CONTRACT = "
                + Sql.literal(schema.contract().toString())
                + " AND SEQUENCE = "
                + sequence);
    if (rows.size() != 1) {
      throw new ExportFailed(
          "Reading the log of contract "
              + schema.contract()
              + ", change set "
              + sequence
              + ": found "
              + rows.size()
              + " rows, must be one. Was "
              + schema.app().changeSets()
              + " altered?");
    }
    return changeSet(sequence, rows.get(0));
  }

  private static ChangeSet changeSet(long sequence, Row row) {
    return new ChangeSet(
        sequence,
        Manifest.Kind.valueOf(row.text(12).toUpperCase(Locale.ROOT)),
        Version.parse(row.text(0)),
        Instant.parse(row.text(1)),
        new Manifest.Rows(row.whole(2), row.whole(3), row.whole(4), row.whole(5), row.whole(6)),
        row.optional(7).map(min -> new Manifest.EventTime(min, row.text(8))),
        Math.toIntExact(row.whole(9)),
        row.whole(10),
        row.text(11));
  }
}
