/**
 * What can be seen of a running bridge. {@link dev.freshet.bridge.watch.Metrics} counts, {@link
 * dev.freshet.bridge.watch.HealthServer} shows.
 */
@NullMarked
package dev.freshet.bridge.watch;

import org.jspecify.annotations.NullMarked;
