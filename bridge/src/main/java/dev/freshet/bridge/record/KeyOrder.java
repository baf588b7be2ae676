package dev.freshet.bridge.record;

import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.stage.PartException;
import dev.freshet.contract.Contract;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a lane's rows to their order without remembering keys: rows of one key must stand together,
 * numbered 1, 2, 3 …; so a number above 1 must follow its predecessor at once. That is how a change
 * set is written that is sorted by key and number. A state contract has each key once.
 */
public final class KeyOrder {
  private static final int DIGITS = 16;

  private final boolean once;
  private byte @Nullable [] key;
  private long n;
  private final Optional<Progress.Place> before;

  /**
   * Order from some place on.
   *
   * @param before the row that an earlier slice ended with, if any
   */
  public KeyOrder(Contract contract, Optional<Progress.Place> before) {
    this.once = contract.kind() == Contract.Kind.STATE;
    this.before = before;
  }

  /**
   * Takes the next row.
   *
   * @throws PartException if it is not next
   */
  public void accept(Fact fact, String part) {
    boolean ok = fact.n() == 1 || (!once && fact.n() > 1 && follows(fact));
    if (!ok) {
      throw new PartException(
          "Part "
              + part
              + ": row "
              + fact.row()
              + " says it is number "
              + fact.n()
              + " of its key, but "
              + (once
                  ? "a state contract has each key once in a change set"
                  : "the row before it in its lane is not number "
                      + (fact.n() - 1)
                      + " of that key; the files are not sorted by __key, __n across parts"));
    }
    key = fact.key();
    n = fact.n();
  }

  private boolean follows(Fact fact) {
    if (key != null) {
      return fact.n() == n + 1 && Arrays.equals(fact.key(), key);
    }
    return before.isPresent()
        && fact.n() == before.get().n() + 1
        && Sha256.hex(fact.key(), DIGITS).equals(before.get().key());
  }

  /** The last row taken, to go on from. */
  public Optional<Progress.Place> place() {
    return key == null ? before : Optional.of(new Progress.Place(Sha256.hex(key, DIGITS), n));
  }
}
