package dev.freshet.sandbox.snowflake.task;

import java.time.Instant;

/**
 * What an integration was told of a failed run.
 *
 * @param integration its name
 * @param message the JSON that Snowflake would send (user-guide/tasks-errors)
 * @param at when
 */
public record Notification(String integration, String message, Instant at) {}
