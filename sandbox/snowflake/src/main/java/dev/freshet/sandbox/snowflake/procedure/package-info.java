/**
 * Java stored procedures: CREATE, CALL, SHOW, DESCRIBE, DROP. Start at {@link
 * dev.freshet.sandbox.snowflake.procedure.Procedures}; {@code CallStatement} is where a handler
 * runs.
 *
 * <p>Three layers of classes: the platform's; over it, shared by all procedures, Snowpark, its
 * driver and the runner ({@code SnowparkLibrary}); over it, one for each set of IMPORTS, the
 * handler. Nothing of the server or of DuckDB can be seen from there.
 */
package dev.freshet.sandbox.snowflake.procedure;
