/**
 * What a record looks like: key, value, headers (docs/formats.md, Record). Start with {@link
 * dev.freshet.bridge.record.Envelope}.
 */
@NullMarked
package dev.freshet.bridge.record;

import org.jspecify.annotations.NullMarked;
