/**
 * How a procedure speaks to Snowflake. Start with {@link dev.freshet.procs.warehouse.Warehouse}.
 */
@NullMarked
package dev.freshet.procs.warehouse;

import org.jspecify.annotations.NullMarked;
