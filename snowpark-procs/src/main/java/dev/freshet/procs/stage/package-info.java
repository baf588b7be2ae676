/** What stands on the stage. Start with {@link dev.freshet.procs.stage.StageObjects}. */
@NullMarked
package dev.freshet.procs.stage;

import org.jspecify.annotations.NullMarked;
