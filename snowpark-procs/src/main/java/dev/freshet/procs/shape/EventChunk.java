package dev.freshet.procs.shape;

import java.util.List;
import java.util.Optional;

/**
 * Events as they stood at the offset, before any change was published. One that was set aside and
 * is still bad stays as it is; one that goes out under the identity of one set aside closes that.
 */
record EventChunk(OffsetRows standing, Memory memory) implements ChunkOutcomes {

  @Override
  public Select of(KeyRange range) {
    EventOrder order = new EventOrder(rows(), memory);
    return Select.from(judged(range))
        .items(List.of("\"__outcome\"", "\"__broken\"", "\"__row_id\"", "\"__key\""))
        .item(order.number("\"__outcome\""), "\"__n\"")
        .item(
            "COALESCE(\"__outcome\" = 'upsert' AND (\"__open\" OR "
                + EventOrder.REJECTED_BESIDE
                + "), FALSE)",
            "\"__noted\"")
        .item("FALSE", "\"__gone\"")
        .item("\"__identity\"")
        .items(rows().names());
  }

  private Select judged(KeyRange range) {
    Select select =
        Select.from(standing.in(range), "\"r\"", OpenRejections.join(rows(), memory, "__identity"))
            .item(
                String.join(
                    "\n  ",
                    "CASE",
                    "WHEN NOT " + rows().wantedName() + " THEN NULL",
                    "WHEN NOT \"__admitted\" THEN 'filtered'",
                    "WHEN \"__broken\" IS NOT NULL AND \"o\".IDENTITY_TEXT IS NOT NULL THEN NULL",
                    "WHEN \"__broken\" IS NOT NULL THEN 'rejected'",
                    "ELSE 'upsert'",
                    "END"),
                "\"__outcome\"")
            .item("\"o\".IDENTITY_TEXT IS NOT NULL", "\"__open\"");
    standing.columns().forEach(name -> select.item("\"r\"." + name));
    return select;
  }

  /** Nothing is remembered of events. */
  @Override
  public Select mayBeGone(Select keys, Optional<String> after) {
    return keys;
  }

  private Rows rows() {
    return standing.rows();
  }
}
