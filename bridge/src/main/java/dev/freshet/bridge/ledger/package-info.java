/**
 * Where each lane stands, kept in Kafka beside the records. Start with {@link
 * dev.freshet.bridge.ledger.LedgerEntry}; {@link dev.freshet.bridge.ledger.Ledger} reads it, {@link
 * dev.freshet.bridge.ledger.Genesis} says which ledger it is.
 */
@NullMarked
package dev.freshet.bridge.ledger;

import org.jspecify.annotations.NullMarked;
