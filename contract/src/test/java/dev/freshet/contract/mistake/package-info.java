/**
 * The catalogue of mistakes, for the tests of every module that meets them. Start with {@link
 * dev.freshet.contract.mistake.Catalogue}.
 */
@NullMarked
package dev.freshet.contract.mistake;

import org.jspecify.annotations.NullMarked;
