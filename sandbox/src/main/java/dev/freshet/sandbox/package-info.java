/**
 * The whole chain on one machine. Start with {@link dev.freshet.sandbox.SandboxRun}: it starts the
 * parts, runs the main job and checks it.
 */
@NullMarked
package dev.freshet.sandbox;

import org.jspecify.annotations.NullMarked;
