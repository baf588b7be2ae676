package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.contract.stage.Receipt;
import java.util.Optional;

/**
 * Where the facts of lanes go, and where it is told what became of them. Thread-safe.
 *
 * <p>Every method but {@link #topic} may throw {@link
 * dev.freshet.bridge.stage.StageUnavailableException}.
 */
public interface Destination {
  /** The topic; the same for a lane's whole life. */
  String topic(Lane lane);

  /**
   * A receipt told before.
   *
   * @throws dev.freshet.bridge.stage.StageDataException if the object is none
   */
  Optional<Receipt> receipt(Lane lane, long sequence);

  /** Tells that a change set is published. Telling the same again is harmless. */
  void tell(Lane lane, Receipt receipt);

  /**
   * Hears that a lane cannot go on.
   *
   * @param why what was found, and where
   * @return whether the lane is over with that; otherwise it waits
   */
  boolean stopped(Lane lane, Hindrance hindrance, String why);

  /** What kind of thing stops a lane. */
  enum Hindrance {
    /** The topic is not there, or may not be seen. */
    TOPIC_MISSING,
    /** Kafka refuses a record or a ledger entry. */
    REFUSED,
    /** The schema registry refuses a schema. */
    SCHEMA_REFUSED,
    /** The schema registry does not answer now. */
    REGISTRY_DOWN,
    /** A part, a manifest or a contract is not what it should be. */
    DATA,
    /** What ledger, stage and topic say cannot all be true. */
    CONTRADICTION
  }
}
