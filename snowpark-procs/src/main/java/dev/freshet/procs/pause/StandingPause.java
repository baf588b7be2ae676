package dev.freshet.procs.pause;

/**
 * A pause that nobody has ended.
 *
 * @param reason why, in the words of who paused
 * @param actor who paused
 * @param since when, in UTC, as ISO 8601 has it
 */
public record StandingPause(String reason, String actor, String since) {}
