package dev.freshet.sandbox.snowflake.query;

import dev.freshet.sandbox.snowflake.stream.TableStream;
import java.util.Set;

/**
 * A query, ready for DuckDB.
 *
 * @param sql DuckDB's SQL; columns carry encoded names ({@code Identifiers})
 * @param streams streams it reads; a statement that writes consumes them
 */
public record Query(String sql, Set<TableStream> streams) {}
