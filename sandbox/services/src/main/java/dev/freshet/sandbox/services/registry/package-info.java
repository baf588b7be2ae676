/**
 * A schema registry in this process. Start with {@link
 * dev.freshet.sandbox.services.registry.EmbeddedRegistry}; {@link
 * dev.freshet.sandbox.services.registry.Subjects} is what it keeps.
 */
@NullMarked
package dev.freshet.sandbox.services.registry;

import org.jspecify.annotations.NullMarked;
