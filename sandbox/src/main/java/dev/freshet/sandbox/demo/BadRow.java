package dev.freshet.sandbox.demo;

import dev.freshet.contract.Rule;
import dev.freshet.sandbox.demo.change.ShopTable;

/**
 * A key whose row was made to break a rule of a contract.
 *
 * @param contract the contract's id; other contracts on the same table may find the row sound
 * @param key the key in the table, not in the contract
 */
public record BadRow(String contract, Rule rule, ShopTable table, long key) {}
