/**
 * The stage as the bridge sees it. Start with {@link dev.freshet.bridge.stage.Stage}; {@link
 * dev.freshet.bridge.stage.S3Stage} is it on S3, {@link dev.freshet.bridge.stage.Shelf} keeps the
 * manifests and contracts in use.
 */
@NullMarked
package dev.freshet.bridge.stage;

import org.jspecify.annotations.NullMarked;
