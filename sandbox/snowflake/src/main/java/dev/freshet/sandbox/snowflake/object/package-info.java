/**
 * What statements about the objects of a schema have in common, whatever the kind: the beginning of
 * CREATE ({@link dev.freshet.sandbox.snowflake.object.Creation}), DROP, and which objects a SHOW is
 * about.
 */
package dev.freshet.sandbox.snowflake.object;
