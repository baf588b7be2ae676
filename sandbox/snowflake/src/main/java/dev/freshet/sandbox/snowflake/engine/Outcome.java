package dev.freshet.sandbox.snowflake.engine;

/** A statement that was carried out: its query id and what it answered. */
public record Outcome(String queryId, Result result) {}
