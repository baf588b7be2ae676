/**
 * Roles and what is granted to them: checked for shape and recorded, shown by SHOW GRANTS; nothing
 * is refused for want of a privilege. Start with {@link
 * dev.freshet.sandbox.snowflake.access.Roles}.
 */
package dev.freshet.sandbox.snowflake.access;
