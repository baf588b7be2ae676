/**
 * Where the procedures run, and which contracts they know. Start with {@link
 * dev.freshet.procs.home.Home}.
 */
@NullMarked
package dev.freshet.procs.home;

import org.jspecify.annotations.NullMarked;
