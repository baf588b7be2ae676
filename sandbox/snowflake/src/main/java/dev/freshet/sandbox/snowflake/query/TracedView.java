package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.stream.Images;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The changes of a view between two versions, as a query for DuckDB: the view's columns, then
 * METADATA$ACTION, METADATA$ISUPDATE, METADATA$ROW_ID.
 *
 * <p>They are net changes of the view's own rows: the rows it had at the first version and those it
 * has at the second, less the ones that are in both as they were. A change of a table that the view
 * does not show is none; one of a row joined to many is one of each. Sources:
 * user-guide/streams-intro, streams on views; sql-reference/constructs/changes.
 */
public final class TracedView {

  private final Translation translation;
  private final View view;

  TracedView(Translation translation, View view) {
    this.translation = translation;
    this.view = view;
  }

  /**
   * What a view is made of.
   *
   * @param views itself and those it reads
   */
  public record Parts(List<View> views, List<Table> tables) {}

  /** The parts of a view whose changes can be told; fails if they cannot. */
  public static Parts parts(Session session, View view) {
    return parts(session, view, Past.tried());
  }

  static Parts parts(Session session, View view, Past past) {
    Translation translation = Translation.of(session, new TokenReader("")).over(past);
    new RelationTranslator(translation, Scope.root(session)).rowsOf(view);
    return new Parts(past.views(), past.tables());
  }

  /** What a stream on the view shows to a transaction that reads up to a version. */
  String ofStream(TableStream stream, long upTo) {
    TableStream.Position position = stream.position();
    if (position.initialRows()) {
      return inserts(Images.all(position.offset()));
    }
    return stream.isAppendOnly() ? appended(position.offset(), upTo) : net(position.offset(), upTo);
  }

  String net(long after, long upTo) {
    String both =
        side(Images.before(after, upTo), "DELETE")
            + " UNION ALL "
            + side(Images.after(after, upTo), "INSERT");
    String changed =
        "SELECT * FROM (%s) QUALIFY count(*) OVER (PARTITION BY \"sandbox$id\", %s) = 1"
            .formatted(both, columns());
    return changes("count(*) OVER (PARTITION BY \"sandbox$id\") > 1", changed);
  }

  /**
   * Rows the view would have gained if nothing but inserts had happened. What Snowflake shows of
   * joins is not documented.
   */
  String appended(long after, long upTo) {
    return inserts(Images.appended(after, upTo));
  }

  private String inserts(Images images) {
    return changes("false", side(images, "INSERT"));
  }

  private String changes(String isUpdate, String rows) {
    return """
        SELECT %s, "METADATA$ACTION", %s AS "METADATA$ISUPDATE",
          sha1('%s/' || "sandbox$id") AS "METADATA$ROW_ID"
        FROM (%s)"""
        .formatted(columns(), isUpdate, view.id().replace("'", "''"), rows);
  }

  private String side(Images images, String action) {
    Scope scope = Scope.root(translation.session());
    Past past = Past.of(images);
    String rows = new RelationTranslator(translation.over(past), scope).rowsOf(view);
    String row = scope.row();
    return "SELECT %s, '%s' AS \"METADATA$ACTION\", %s AS \"sandbox$id\" FROM %s WHERE %s"
        .formatted(columns(), action, Images.unmarked(row), rows, Images.marked(row));
  }

  private String columns() {
    return view.columns().stream()
        .map(column -> Identifiers.encode(column.name()))
        .collect(Collectors.joining(", "));
  }
}
