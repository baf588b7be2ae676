/**
 * Decides whether a manifest is next for a lane. Start with {@link
 * dev.freshet.bridge.admission.Admission}. No I/O here: what is judged was read before.
 */
@NullMarked
package dev.freshet.bridge.admission;

import org.jspecify.annotations.NullMarked;
