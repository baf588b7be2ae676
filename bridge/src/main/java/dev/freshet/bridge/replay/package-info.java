/**
 * Replays: facts published outside the live path, so far a promotion's rehearsal on the staging
 * topic. Start with {@link dev.freshet.bridge.replay.OpenReplays}; {@link
 * dev.freshet.bridge.replay.ReplayLanes} and {@link dev.freshet.bridge.replay.ReplayDestination}
 * are what its publishers work from.
 */
@NullMarked
package dev.freshet.bridge.replay;

import org.jspecify.annotations.NullMarked;
