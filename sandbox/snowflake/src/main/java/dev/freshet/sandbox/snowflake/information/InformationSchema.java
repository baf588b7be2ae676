package dev.freshet.sandbox.snowflake.information;

import dev.freshet.sandbox.snowflake.catalog.Catalog;
import dev.freshet.sandbox.snowflake.catalog.Relation;
import dev.freshet.sandbox.snowflake.catalog.SchemaObject;
import dev.freshet.sandbox.snowflake.catalog.Table;
import dev.freshet.sandbox.snowflake.catalog.Table.Durability;
import dev.freshet.sandbox.snowflake.catalog.View;
import dev.freshet.sandbox.snowflake.engine.Engine;
import dev.freshet.sandbox.snowflake.engine.Extensions;
import dev.freshet.sandbox.snowflake.engine.Session;
import dev.freshet.sandbox.snowflake.engine.Sight;
import dev.freshet.sandbox.snowflake.show.ShowValues;
import java.util.List;

/** The views of INFORMATION_SCHEMA. Source: sql-reference/info-schema. */
public final class InformationSchema {

  private InformationSchema() {}

  public static void register(Engine engine) {
    Extensions extensions = engine.extensions();
    extensions.informationView("DATABASES", InformationSchema::databases);
    extensions.informationView("SCHEMATA", InformationSchema::schemata);
    extensions.informationView("TABLES", InformationSchema::tables);
    extensions.informationView("VIEWS", InformationSchema::views);
    extensions.informationView("COLUMNS", ColumnsView::relation);
  }

  /** The objects of a type in a database that the role may know of. */
  static <T extends SchemaObject> List<T> objects(Session session, String database, Class<T> type) {
    session.engine().catalog().database(database);
    Sight sight = session.engine().access().sight(session.role());
    return session.engine().catalog().all(type).stream()
        .filter(found -> found.name().database().equals(database) && sight.of(found))
        .toList();
  }

  private static String databases(Session session, String database) {
    Rows rows =
        new Rows()
            .text("DATABASE_NAME", "DATABASE_OWNER", "IS_TRANSIENT", "COMMENT")
            .timestamp("CREATED", "LAST_ALTERED")
            .number("RETENTION_TIME")
            .text("TYPE");
    Sight sight = session.engine().access().sight(session.role());
    for (Catalog.Database found : session.engine().catalog().databases()) {
      if (!sight.ofDatabase(found.name())) {
        continue;
      }
      rows.row(
          found.name(),
          session.engine().access().ownerOfDatabase(found.name()),
          "NO",
          found.options().get("COMMENT"),
          found.createdOn(),
          found.createdOn(),
          Integer.valueOf(ShowValues.retention(found.options())),
          "STANDARD");
    }
    session.engine().catalog().database(database);
    return rows.relation();
  }

  private static String schemata(Session session, String database) {
    Rows rows =
        new Rows()
            .text(
                "CATALOG_NAME", "SCHEMA_NAME", "SCHEMA_OWNER", "IS_TRANSIENT", "IS_MANAGED_ACCESS")
            .number("RETENTION_TIME")
            .timestamp("CREATED", "LAST_ALTERED")
            .text("COMMENT");
    Sight sight = session.engine().access().sight(session.role());
    for (Catalog.Schema schema : session.engine().catalog().schemas(database)) {
      if (!sight.of(schema.name())) {
        continue;
      }
      rows.row(
          database,
          schema.name().schema(),
          session.engine().access().ownerOf(schema.name()),
          "NO",
          "NO",
          Integer.valueOf(ShowValues.retention(schema.options())),
          schema.createdOn(),
          schema.createdOn(),
          schema.options().get("COMMENT"));
    }
    return rows.relation();
  }

  private static String tables(Session session, String database) {
    Rows rows =
        new Rows()
            .text(
                "TABLE_CATALOG",
                "TABLE_SCHEMA",
                "TABLE_NAME",
                "TABLE_OWNER",
                "TABLE_TYPE",
                "IS_TRANSIENT")
            .number("ROW_COUNT", "RETENTION_TIME")
            .timestamp("CREATED", "LAST_ALTERED")
            .text("COMMENT");
    for (Relation relation : objects(session, database, Relation.class)) {
      Table table = relation instanceof Table found ? found : null;
      rows.row(
          database,
          relation.name().schema(),
          relation.name().name(),
          session.engine().access().ownerOf(relation),
          type(relation),
          table != null && table.durability() == Durability.TRANSIENT ? "YES" : "NO",
          table == null ? null : ShowValues.rows(session, table),
          table == null ? null : Integer.valueOf(ShowValues.retention(table.options())),
          relation.createdOn(),
          relation.createdOn(),
          ShowValues.comment(relation));
    }
    return rows.relation();
  }

  private static String type(Relation relation) {
    if (relation instanceof Table table) {
      return table.durability() == Durability.TEMPORARY ? "TEMPORARY TABLE" : "BASE TABLE";
    }
    return "VIEW";
  }

  private static String views(Session session, String database) {
    Rows rows =
        new Rows()
            .text(
                "TABLE_CATALOG",
                "TABLE_SCHEMA",
                "TABLE_NAME",
                "TABLE_OWNER",
                "VIEW_DEFINITION",
                "CHECK_OPTION",
                "IS_UPDATABLE",
                "IS_SECURE")
            .timestamp("CREATED", "LAST_ALTERED")
            .text("COMMENT");
    for (View view : objects(session, database, View.class)) {
      rows.row(
          database,
          view.name().schema(),
          view.name().name(),
          session.engine().access().ownerOf(view),
          view.text(),
          "NONE",
          "NO",
          view.secure() ? "YES" : "NO",
          view.createdOn(),
          view.createdOn(),
          view.comment().orElse(null));
    }
    return rows.relation();
  }
}
