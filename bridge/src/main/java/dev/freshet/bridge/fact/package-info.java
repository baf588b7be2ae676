/**
 * Reads the facts of a part. Start with {@link dev.freshet.bridge.fact.FactReader}; {@link
 * dev.freshet.bridge.fact.ParquetFacts} is the reader in use, driven by the contract and tolerant
 * to the physical forms Parquet allows.
 */
@NullMarked
package dev.freshet.bridge.fact;

import org.jspecify.annotations.NullMarked;
