/**
 * The rehearsal of a version before it is put in force, as far as it happens in Snowflake: some of
 * the source's rows are shaped and unloaded, the bridge is asked to publish them to the staging
 * topic and to read them back, and its receipt is looked for. Start with {@link
 * dev.freshet.procs.rehearse.Rehearsals}.
 */
@NullMarked
package dev.freshet.procs.rehearse;

import org.jspecify.annotations.NullMarked;
