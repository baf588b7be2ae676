package dev.freshet.procs.halt;

/**
 * A halt that nobody has resumed.
 *
 * @param run the run that halted
 * @param reason its word
 * @param found what it found
 * @param owner whom to call
 * @param since when, in UTC, as ISO 8601 has it
 */
public record StandingHalt(String run, String reason, String found, String owner, String since) {}
