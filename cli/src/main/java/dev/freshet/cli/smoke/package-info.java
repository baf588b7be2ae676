/**
 * Settles on a real account what only a real account can settle. Start with {@link
 * dev.freshet.cli.smoke.SmokeRun}; the statements stand in {@code sql/smoke/smoke.sql}.
 */
@NullMarked
package dev.freshet.cli.smoke;

import org.jspecify.annotations.NullMarked;
