/**
 * Dynamic tables: tables that hold the rows of a query. Start at {@link
 * dev.freshet.sandbox.snowflake.dynamic.Refresh}, which brings one up to date; {@link
 * dev.freshet.sandbox.snowflake.query.SourcedQuery} tells the query's rows apart. Nothing refreshes
 * by itself: ALTER DYNAMIC TABLE … REFRESH does.
 */
@NullMarked
package dev.freshet.sandbox.snowflake.dynamic;

import org.jspecify.annotations.NullMarked;
