package dev.freshet.contract.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** A request with target staging as it is written, field by field. */
record RequestText(
    @JsonProperty("format_version") int formatVersion,
    @JsonProperty("contract") String contract,
    @JsonProperty("id") String id,
    @JsonProperty("target") String target,
    @JsonProperty("reason") String reason,
    @JsonProperty("requested_by") String requestedBy,
    @JsonProperty("requested_at") String requestedAt,
    @JsonProperty("manifest") JsonNode manifest) {
  RequestText {
    // JSON's null passes for a field that is there.
    Objects.requireNonNull(contract, "contract is null");
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(reason, "reason is null");
    Objects.requireNonNull(requestedBy, "requested_by is null");
    Objects.requireNonNull(requestedAt, "requested_at is null");
  }
}
