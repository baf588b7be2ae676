package dev.freshet.procs.shape;

/**
 * What earlier runs remember of a contract.
 *
 * @param keys the full name of its KEYS
 * @param openRejections the view of the rejections that nobody has closed
 * @param attempt the run's number: it sees what runs before it wrote, and not its own
 */
public record Memory(String keys, String openRejections, long attempt) {}
