/**
 * The expressions a contract may state over its source's columns. Start with {@link
 * dev.freshet.contract.expression.Expression}.
 */
@NullMarked
package dev.freshet.contract.expression;

import org.jspecify.annotations.NullMarked;
