/**
 * What stands on the stage beside the manifests, and under which keys. Start with {@link
 * dev.freshet.contract.stage.StageLayout}.
 */
@NullMarked
package dev.freshet.contract.stage;

import org.jspecify.annotations.NullMarked;
