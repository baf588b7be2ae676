/**
 * What is asked of a replay and what is told of it. Start with {@link
 * dev.freshet.contract.replay.ReplayRequest}; {@link dev.freshet.contract.replay.RehearsalReceipt}
 * and {@link dev.freshet.contract.replay.ReplayFailure} are its two ends.
 */
@NullMarked
package dev.freshet.contract.replay;

import org.jspecify.annotations.NullMarked;
