/**
 * What a contract's source looks like: now, and when its version was put in force. Start with
 * {@link dev.freshet.procs.source.Source}.
 */
@NullMarked
package dev.freshet.procs.source;

import org.jspecify.annotations.NullMarked;
