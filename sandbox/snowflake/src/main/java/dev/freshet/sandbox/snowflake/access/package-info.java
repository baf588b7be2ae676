/**
 * Roles, users, what is granted to them, and the check of it. Start with {@link
 * dev.freshet.sandbox.snowflake.access.Roles}; {@code Authority} is what the engine asks, {@code
 * StatementRules} says which privilege a statement takes.
 */
package dev.freshet.sandbox.snowflake.access;
