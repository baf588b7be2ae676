package dev.freshet.contract;

import java.util.Optional;

/**
 * How a contract is run.
 *
 * @param policies whether policies on the source are accepted
 * @param rewrites whether an event contract's source may be updated or deleted from: what was
 *     published stays as it was inserted
 * @param replay where replays go
 * @param exportGroup the group of contracts it is exported with, if any
 * @param dataClass how sensitive the fact is as a whole, if said
 */
public record Handling(
    Contract.Policies policies,
    Contract.Rewrites rewrites,
    Contract.Replay replay,
    Optional<String> exportGroup,
    Optional<String> dataClass) {}
