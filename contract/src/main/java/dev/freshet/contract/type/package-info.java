/** Snowflake's types, and the form in which each travels in Parquet and in records. */
@NullMarked
package dev.freshet.contract.type;

import org.jspecify.annotations.NullMarked;
