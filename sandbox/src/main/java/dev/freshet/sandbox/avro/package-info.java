/**
 * Reads records in Avro as a consumer of a topic would, with nothing but the registry's address and
 * Avro's own reader; no code of the bridge takes part. Start with {@link
 * dev.freshet.sandbox.avro.AvroValues}.
 */
@NullMarked
package dev.freshet.sandbox.avro;

import org.jspecify.annotations.NullMarked;
