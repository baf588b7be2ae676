package dev.freshet.bridge.world;

/**
 * A fact that was announced.
 *
 * @param id the CloudEvents id it must arrive with
 * @param key its key text
 * @param sequence its change set
 * @param n its place among the rows of its key there
 */
public record ExpectedFact(String id, String key, long sequence, long n) {}
