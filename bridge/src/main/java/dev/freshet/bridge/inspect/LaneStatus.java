package dev.freshet.bridge.inspect;

import dev.freshet.bridge.ledger.Lane;

/**
 * How far a lane is.
 *
 * @param lane the lane
 * @param announced the contract's last announced sequence
 * @param published the last sequence that the lane has done; 0 if none
 * @param inHand the sequence that it is inside of; 0 if none
 * @param records what it has published of its current or last change set
 * @param dueReceipts receipts that its entry still holds
 */
public record LaneStatus(
    Lane lane, long announced, long published, long inHand, long records, int dueReceipts) {

  /** Change sets announced and not done. */
  public long behind() {
    return Math.max(0, announced - published);
  }
}
