/**
 * What is removed when, and what never is. Start with {@link dev.freshet.procs.retain.PurgePlan};
 * docs/retention.md has the rules in words.
 */
@NullMarked
package dev.freshet.procs.retain;

import org.jspecify.annotations.NullMarked;
