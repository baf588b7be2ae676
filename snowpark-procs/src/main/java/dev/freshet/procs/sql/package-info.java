/**
 * Names and literals of the SQL we write, in one place. Start with {@link
 * dev.freshet.procs.sql.ContractSchema}.
 */
@NullMarked
package dev.freshet.procs.sql;

import org.jspecify.annotations.NullMarked;
