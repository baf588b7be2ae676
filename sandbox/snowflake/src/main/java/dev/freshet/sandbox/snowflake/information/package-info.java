/**
 * INFORMATION_SCHEMA. Start with {@link
 * dev.freshet.sandbox.snowflake.information.InformationSchema}. Views have the columns that carry
 * something; asking for another one is an error, not NULL.
 */
package dev.freshet.sandbox.snowflake.information;
