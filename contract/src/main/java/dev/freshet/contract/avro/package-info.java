/** A contract as Avro sees it. Start with {@link dev.freshet.contract.avro.AvroSchema}. */
@NullMarked
package dev.freshet.contract.avro;

import org.jspecify.annotations.NullMarked;
