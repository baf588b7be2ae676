package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.ObjectKind;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.SnowflakeException;
import dev.freshet.sandbox.snowflake.sql.Identifiers;
import dev.freshet.sandbox.snowflake.sql.ObjectName;
import dev.freshet.sandbox.snowflake.sql.Token;
import dev.freshet.sandbox.snowflake.sql.TokenReader;
import dev.freshet.sandbox.snowflake.sql.UnsupportedSql;
import dev.freshet.sandbox.snowflake.stream.Changes;
import dev.freshet.sandbox.snowflake.stream.StreamSource;
import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns one item of FROM into what DuckDB reads in its place. */
final class RelationTranslator {

  private final Translation translation;
  private final TokenReader reader;
  private final Scope scope;

  RelationTranslator(Translation translation, Scope scope) {
    this.translation = translation;
    this.reader = translation.reader();
    this.scope = scope;
  }

  /**
   * A relation found by name.
   *
   * @param name the last part of its name: its alias if no other is given
   */
  record Named(String sql, String name) {}

  /** A table, view, stream, CTE, or view of INFORMATION_SCHEMA. */
  Named named() {
    List<String> parts = reader.dottedName();
    String last = parts.get(parts.size() - 1);
    if (parts.size() == 1 && scope.hasCte(last)) {
      return new Named(cte(last), last);
    }
    if (parts.size() > 1 && parts.get(parts.size() - 2).equals("INFORMATION_SCHEMA")) {
      translation.refuseChanges("views of INFORMATION_SCHEMA");
      return new Named(informationSchema(parts), last);
    }
    ObjectName name = ObjectName.of(parts, translation.namespace());
    Catalog catalog = translation.session().engine().catalog();
    Optional<Relation> relation = catalog.find(ObjectKind.RELATION, name, Relation.class);
    if (relation.isPresent()) {
      return new Named(relation(relation.get()), last);
    }
    TableStream stream =
        catalog
            .find(ObjectKind.STREAM, name, TableStream.class)
            .orElseThrow(() -> SnowflakeException.missing("Object", name));
    return new Named(stream(stream), last);
  }

  /** Each mention of a CTE has a column of ids of its own. */
  private String cte(String name) {
    String encoded = Identifiers.encode(name);
    return scope
        .cteRow(name)
        .map(row -> "(SELECT * RENAME (%s AS %s) FROM %s)".formatted(row, newRow(), encoded))
        .orElse(encoded);
  }

  private String newRow() {
    String row = translation.past().map(Past::newColumn).orElse("");
    if (translation.traced()) {
      scope.addRow(row);
    }
    return row;
  }

  private String relation(Relation relation) {
    requireSelect(relation);
    Optional<String> travelled = TimeTravel.read(translation, scope, relation);
    if (relation instanceof View view) {
      return travelled.orElseGet(() -> rowsOf(view));
    }
    Table table = (Table) relation;
    requireInitialized(table);
    String row = newRow();
    return read(
        table,
        travelled.orElseGet(
            () -> translation.past().map(p -> p.rows(table, row)).orElseGet(() -> rowsOf(table))));
  }

  private static void requireInitialized(Table table) {
    if (table.dynamic().isPresent() && table.dynamic().get().refreshed().isEmpty()) {
      throw SnowflakeException.compilation(
          "002721",
          "Dynamic Table '"
              + table.name()
              + "' is not initialized. ALTER DYNAMIC TABLE … REFRESH before querying.");
    }
  }

  private String read(Table table, String rows) {
    return extensions().tableReading().relation(translation.session(), table, rows);
  }

  /** The rows of a table: its own columns, without those the sandbox keeps beside them. */
  static String rowsOf(Table table) {
    return table.isTracked()
        ? "(SELECT " + table.columnList() + " FROM " + table.physical() + ")"
        : table.physical();
  }

  /** A view: its query in the place of its name. */
  String rowsOf(View view) {
    translation.past().ifPresent(past -> past.met(view));
    Translation inside = translation.inside(view, view.query());
    QueryTranslator translator = new QueryTranslator(inside, Scope.root(translation.session()));
    String query = translator.query();
    translator.row().ifPresent(scope::addRow);
    inside.reader().expectEnd();
    List<String> names = view.columns().stream().map(c -> c.name()).toList();
    return "(SELECT * FROM (" + query + ") AS V" + QueryTranslator.bracketed(names) + ")";
  }

  private String stream(TableStream stream) {
    requireSelect(stream);
    requireSelect(stream.source().relation());
    if (translation.past().isPresent()) {
      throw new UnsupportedSql("an earlier state, or the changes, of a view that reads a stream");
    }
    translation.streams().add(stream);
    stream.requireReadable();
    long upTo = translation.session().transaction().readVersion();
    if (stream.source() instanceof StreamSource.OfTable on) {
      return read(on.table(), "(" + Changes.ofStream(stream, on.table(), upTo) + ")");
    }
    View view = (View) stream.source().relation();
    return "(" + new TracedView(translation, view).ofStream(stream, upTo) + ")";
  }

  private void requireSelect(SchemaObject object) {
    translation.session().engine().access().require(translation.role(), "SELECT", object);
  }

  private String informationSchema(List<String> parts) {
    String view = parts.get(parts.size() - 1);
    String database = parts.size() == 3 ? parts.get(0) : translation.namespace().currentDatabase();
    return extensions()
        .informationView(view)
        .orElseThrow(
            () -> SnowflakeException.missing("Object", database + ".INFORMATION_SCHEMA." + view))
        .relation(translation.session(), database);
  }

  /**
   * {@code TABLE(function(…))}, or {@code LATERAL function(…)}: the cursor stands before either.
   */
  String tableFunction() {
    translation.refuseChanges("table functions");
    boolean wrapped = reader.accept("TABLE");
    if (wrapped) {
      reader.expectSymbol("(");
    }
    List<String> name = new ArrayList<>(reader.dottedName());
    String function = name.get(name.size() - 1);
    reader.expectSymbol("(");
    String sql =
        function.equals("FLATTEN")
            ? Flatten.translate(new ExpressionTranslator(translation, scope), reader)
            : extensions()
                .tableFunction(function)
                .orElseThrow(() -> Functions.unknown(function))
                .relation(translation.session(), reader);
    reader.expectSymbol(")");
    if (wrapped) {
      reader.expectSymbol(")");
    }
    return sql;
  }

  String stage() {
    translation.refuseChanges("files of stages");
    Token stage = reader.next();
    return extensions().stages().relation(translation.session(), stage, reader);
  }

  private Extensions extensions() {
    return translation.session().engine().extensions();
  }
}
