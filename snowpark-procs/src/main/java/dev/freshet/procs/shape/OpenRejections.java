package dev.freshet.procs.shape;

import dev.freshet.contract.Rule;
import dev.freshet.procs.sql.Sql;

/** The rejections of a contract that nobody has closed, beside rows. */
final class OpenRejections {
  private OpenRejections() {}

  /**
   * Joins them as {@code o} to rows {@code r}, at most one to each: {@code o.IDENTITY_TEXT} is NULL
   * if there is none.
   *
   * @param identity the column of the rows that a rejection goes by
   */
  static String join(Rows rows, Memory memory, String identity) {
    return "LEFT JOIN (SELECT DISTINCT IDENTITY_TEXT FROM "
        + memory.openRejections()
        + " WHERE CONTRACT = "
        + Sql.literal(rows.contract().id().toString())
        + " AND ATTEMPT < "
        + memory.attempt()
        + ") AS \"o\" ON \"o\".IDENTITY_TEXT = \"r\"."
        + Sql.quoted(identity);
  }

  /** Joins the rows that were set aside as duplicates as {@code d}, by their ids. */
  static String joinDuplicates(Rows rows, Memory memory) {
    return "LEFT JOIN (SELECT DISTINCT ROW_ID FROM "
        + memory.openRejections()
        + " WHERE CONTRACT = "
        + Sql.literal(rows.contract().id().toString())
        + " AND RULE = "
        + Sql.literal(Rule.DUPLICATE_KEY.word())
        + " AND ATTEMPT < "
        + memory.attempt()
        + ") AS \"d\" ON \"d\".ROW_ID = \"r\".\"__row_id\"";
  }
}
