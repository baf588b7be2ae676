/**
 * What the bridge can be told. Start with {@link dev.freshet.bridge.config.Settings}, the one table
 * of keys; {@link dev.freshet.bridge.config.ConfigReader} turns a file and the environment into a
 * {@link dev.freshet.bridge.config.BridgeConfig}.
 */
@NullMarked
package dev.freshet.bridge.config;

import org.jspecify.annotations.NullMarked;
