/**
 * Whether a contract may follow its earlier versions. Start with {@link
 * dev.freshet.contract.evolution.ChangeRule}, the table; {@link
 * dev.freshet.contract.evolution.Evolution} applies it.
 */
@NullMarked
package dev.freshet.contract.evolution;

import org.jspecify.annotations.NullMarked;
