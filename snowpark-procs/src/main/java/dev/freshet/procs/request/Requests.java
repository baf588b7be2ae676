package dev.freshet.procs.request;

import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Row;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * The tables REQUESTS and REQUEST_STEPS of a contract; rows are only ever inserted. A request is
 * open until a step ends it.
 */
public final class Requests {
  private final Warehouse warehouse;
  private final ContractSchema schema;

  public Requests(Warehouse warehouse, ContractSchema schema) {
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /**
   * Writes a request and wakes the task; for a transaction.
   *
   * @param id names it; never used before
   * @param options a JSON object
   */
  public void add(String id, RequestKind kind, String options, String reason) {
    warehouse.change(
        "INSERT INTO "
            + schema.requests()
            + " (ID, KIND, OPTIONS, REASON) SELECT "
            + String.join(
                ", ",
                Sql.literal(id),
                Sql.literal(kind.word()),
                Sql.literal(options),
                Sql.literal(reason)));
    wake(id);
  }

  /** Wakes the task for a request, until it is served. */
  public void wake(String id) {
    warehouse.change(
        "INSERT INTO " + schema.todo() + " (SEQUENCE, RUN) SELECT NULL, " + Sql.literal(id));
  }

  /** Writes what was done of one. */
  public void add(RequestStep step) {
    warehouse.change(
        "INSERT INTO "
            + schema.requestSteps()
            + " (REQUEST_ID, STEP, FROM_KEY, TO_KEY, AS_OF, SEQUENCE, PUBLISHED, STATE, DETAIL)"
            + " SELECT "
            + String.join(
                ", ",
                Sql.literal(step.request()),
                Long.toString(step.step()),
                Sql.literal(step.range().after()),
                Sql.literal(step.range().upTo()),
                Sql.literal(step.asOf()),
                step.sequence().map(s -> Long.toString(s)).orElse("NULL"),
                Long.toString(step.published()),
                Sql.literal(step.state().word()),
                Sql.literal(step.detail())));
  }

  /** The open requests in the order in which they are served: rebaselines first. */
  public List<OpenRequest> open() {
    return warehouse.rows(open("")).stream().map(Requests::request).toList();
  }

  /** The one to be served next. */
  public Optional<OpenRequest> next() {
    return warehouse.rows(open(" LIMIT 1")).stream().map(Requests::request).findFirst();
  }

  private String open(String limit) {
    return "SELECT r.ID, r.KIND, r.OPTIONS, r.REASON, r.ACTOR,"
        + " TO_VARCHAR(r.REQUESTED_AT, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3\"Z\"') AS ASKED,"
        + " COUNT(s.STEP) AS STEPS, MAX(s.TO_KEY) AS LAST_KEY,"
        + " COALESCE(SUM(s.PUBLISHED), 0) AS FACTS FROM "
        + schema.requests()
        + " AS r LEFT JOIN "
        + schema.requestSteps()
        + " AS s ON s.REQUEST_ID = r.ID"
        + " GROUP BY r.ID, r.KIND, r.OPTIONS, r.REASON, r.ACTOR, r.REQUESTED_AT"
        + " HAVING COUNT(CASE WHEN s.STATE IN ("
        + RequestState.ends()
        + ") THEN 1 END) = 0 ORDER BY IFF(r.KIND = 'rebaseline', 0, 1), r.REQUESTED_AT, r.ID"
        + limit;
  }

  private static OpenRequest request(Row row) {
    Request request =
        new Request(
            row.text(0),
            RequestKind.of(row.text(1)),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5));
    return new OpenRequest(request, row.whole(6), row.optional(7), row.whole(8));
  }

  /**
   * How many requests the task was woken for are not ended yet, by the rows of TODO that its stream
   * shows: in a transaction the same that are consumed.
   */
  public long awaited() {
    return warehouse
        .rows(
            "SELECT COUNT(*) FROM "
                + schema.todoStream()
                + " WHERE SEQUENCE IS NULL AND RUN NOT IN (SELECT REQUEST_ID FROM "
                + schema.requestSteps()
                + " WHERE STATE IN ("
                + RequestState.ends()
                + "))")
        .get(0)
        .whole(0);
  }
}
