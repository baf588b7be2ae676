package dev.freshet.bridge.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Which topic a lane writes to: the name alone does not tell whether it was deleted and created
 * again, or whether partitions were added and keys moved.
 *
 * @param id Kafka's id of the topic
 * @param partitions its number of partitions
 */
@JsonPropertyOrder({"id", "partitions"})
public record TopicIdentity(
    @JsonProperty("id") String id, @JsonProperty("partitions") int partitions) {}
