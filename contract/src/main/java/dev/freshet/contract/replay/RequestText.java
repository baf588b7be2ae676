package dev.freshet.contract.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/** A request with target staging as it is written, field by field. */
record RequestText(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("contract") String contract,
    @JsonProperty("id") String id,
    @JsonProperty("target") String target,
    @JsonProperty("reason") String reason,
    @JsonProperty("requested_by") String requestedBy,
    @JsonProperty("requested_at") String requestedAt,
    @JsonProperty("manifest") JsonNode manifest) {}
