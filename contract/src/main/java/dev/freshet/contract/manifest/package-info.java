/**
 * The object that makes a change set exist. Start with {@link
 * dev.freshet.contract.manifest.Manifest}.
 */
@NullMarked
package dev.freshet.contract.manifest;

import org.jspecify.annotations.NullMarked;
