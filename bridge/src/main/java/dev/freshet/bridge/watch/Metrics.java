package dev.freshet.bridge.watch;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counters and gauges by name and one label, shown in the Prometheus text format. Labels are
 * contracts or stages of the work, never keys. Thread-safe.
 */
public final class Metrics {
  private final Map<Metric, Map<String, Double>> values = new TreeMap<>();

  /** Every metric there is. */
  public enum Metric {
    RECORDS_PUBLISHED("freshet_records_published_total", "contract", "Records committed to Kafka."),
    CHANGE_SETS_PUBLISHED(
        "freshet_change_sets_published_total", "contract", "Change sets done, counted per lane."),
    TRANSACTIONS("freshet_transactions_total", "outcome", "Kafka transactions by their end."),
    PUBLISH_DELAY(
        "freshet_publish_delay_seconds",
        "contract",
        "From the commit in Snowflake to the commit in Kafka, of the last change set."),
    ANNOUNCED_SEQUENCE(
        "freshet_announced_sequence", "contract", "The last sequence known to be announced."),
    LANES_STOPPED(
        "freshet_lanes_stopped", "contract", "Lanes that wait for a human; the log says why."),
    LANES_IN_A_GAP(
        "freshet_lanes_in_a_gap", "contract", "Lanes whose next manifest is missing for too long."),
    CONTRACTS_UNREADABLE(
        "freshet_contracts_unreadable", "contract", "Contracts whose last manifest is not sound."),
    REPLAYS_OPEN("freshet_replays", "state", "Replays neither done nor failed."),
    REPLAYS_ENDED("freshet_replays_ended_total", "result", "Replays that this instance ended."),
    NOTICES("freshet_notices_total", "result", "S3 notifications received."),
    SWEEPS("freshet_sweeps_total", "result", "Listings of heads or of all manifests."),
    PUBLISHERS_OWNED("freshet_publishers", "state", "Publishers of this instance.");

    private final String exposed;
    private final String label;
    private final String help;

    Metric(String exposed, String label, String help) {
      this.exposed = exposed;
      this.label = label;
      this.help = help;
    }
  }

  /** Adds to a counter. */
  public synchronized void add(Metric metric, String label, double amount) {
    series(metric).merge(label, amount, Double::sum);
  }

  /** Sets a gauge. */
  public synchronized void set(Metric metric, String label, double value) {
    series(metric).put(label, value);
  }

  /** What a counter or gauge shows; 0 if it was never touched. */
  public synchronized double get(Metric metric, String label) {
    return series(metric).getOrDefault(label, 0.0);
  }

  private Map<String, Double> series(Metric metric) {
    return values.computeIfAbsent(metric, m -> new TreeMap<>());
  }

  /** All of them, in the Prometheus text format 0.0.4. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (metric, series) -> {
          String type = metric.exposed.endsWith("_total") ? "counter" : "gauge";
          text.append("# HELP %s %s\n".formatted(metric.exposed, metric.help));
          text.append("# TYPE %s %s\n".formatted(metric.exposed, type));
          series.forEach(
              (label, value) ->
                  text.append(
                      "%s{%s=\"%s\"} %s\n".formatted(metric.exposed, metric.label, label, value)));
        });
    return text.toString();
  }
}
