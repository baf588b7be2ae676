package dev.freshet.bridge.publish;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.FactReader;
import dev.freshet.bridge.ledger.Genesis;
import dev.freshet.bridge.ledger.Ledger;
import dev.freshet.bridge.registry.ContractSchemas;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.bridge.watch.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What all publishers of one ledger share; every part of it is thread-safe.
 *
 * @param lanes where the lanes come from
 * @param destination where their facts go
 * @param genesis the ledger this instance was started on
 * @param slices one permit for each slice that may be in memory, shared with the publishers of
 *     other ledgers
 * @param gapAlert a missing manifest is an error after so long
 */
public record Surroundings(
    Stage stage,
    Shelf shelf,
    LaneSource.Opener lanes,
    Destination destination,
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
    Metrics metrics) {

  /** The same for the publishers of another ledger. */
  public Surroundings beside(
      Ledger another,
      Genesis itsGenesis,
      Publication.Opener itsPublications,
      LaneSource.Opener itsLanes,
      Destination itsDestination) {
    return new Surroundings(
        stage,
        shelf,
        itsLanes,
        itsDestination,
        another,
        itsGenesis,
        topics,
        itsPublications,
        facts,
        schemas,
        limits,
        slices,
        gapAlert,
        clock,
        metrics);
  }
}
