/**
 * What statements about objects have in common, whatever the kind: the beginning of CREATE ({@link
 * dev.freshet.sandbox.snowflake.object.Creation}), options, DROP, and what they answer.
 */
package dev.freshet.sandbox.snowflake.object;
