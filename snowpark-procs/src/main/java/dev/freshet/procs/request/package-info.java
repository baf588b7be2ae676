/**
 * What people ask of a contract's task beyond taking changes: written by a procedure, served by the
 * runs that follow, step by step. Start with {@link dev.freshet.procs.request.Requests}.
 */
@NullMarked
package dev.freshet.procs.request;

import org.jspecify.annotations.NullMarked;
