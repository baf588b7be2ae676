package dev.freshet.bridge.publish;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.FactReader;
import dev.freshet.bridge.ledger.Genesis;
import dev.freshet.bridge.ledger.Ledger;
import dev.freshet.bridge.notice.Announced;
import dev.freshet.bridge.registry.ContractSchemas;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.bridge.watch.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What all publishers of an instance share; every part of it is thread-safe.
 *
 * @param genesis the ledger this instance was started on
 * @param slices one permit for each slice that may be in memory
 * @param gapAlert a missing manifest is an error after so long
 */
public record Surroundings(
    Stage stage,
    Shelf shelf,
    Announced announced,
    Ledger ledger,
    Genesis genesis,
    Topics topics,
    Publication.Opener publications,
    FactReader.Opener facts,
    ContractSchemas schemas,
    BridgeConfig.Slice limits,
    Semaphore slices,
    Duration gapAlert,
    Clock clock,
    Metrics metrics) {}
