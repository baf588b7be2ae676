package dev.freshet.sandbox.snowflake.catalog;

import java.util.List;

/** What SELECT reads by name: a table or a view. */
public sealed interface Relation extends SchemaObject permits Table, View {

  @Override
  default ObjectKind kind() {
    return ObjectKind.RELATION;
  }

  List<TableColumn> columns();
}
