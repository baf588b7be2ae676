package dev.freshet.procs.version;

import dev.freshet.contract.Version;

/**
 * A row of VERSION_STATES.
 *
 * @param reason why
 * @param actor the user who called the procedure
 * @param changedAt when, in UTC, as ISO 8601 has it
 */
public record StateChange(
    Version version, VersionState state, String reason, String actor, String changedAt) {}
