/** {@code freshet bridge …}: start with {@link dev.freshet.cli.bridge.BridgeCommand}. */
@NullMarked
package dev.freshet.cli.bridge;

import org.jspecify.annotations.NullMarked;
