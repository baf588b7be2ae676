/**
 * Stages and their files: CREATE STAGE and FILE FORMAT, LIST, REMOVE, PUT and GET, COPY INTO a
 * location, and reading text files in a FROM. Start at {@link
 * dev.freshet.sandbox.snowflake.stage.Stages}; the unload is {@code UnloadStatement}.
 */
package dev.freshet.sandbox.snowflake.stage;
