package dev.freshet.contract;

import java.time.Duration;
import java.util.Optional;

/**
 * What is promised of time (ODCS, {@code slaProperties}); nothing is promised by default.
 *
 * @param latency from a commit in the source to the record
 * @param frequency between two change sets
 * @param retention how long records stay in the topic
 */
public record ServiceLevel(
    Optional<Duration> latency, Optional<Duration> frequency, Optional<Duration> retention) {}
