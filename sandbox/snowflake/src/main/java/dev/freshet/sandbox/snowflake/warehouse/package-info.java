/**
 * Warehouses: names a session may use. They compute nothing here. Start with {@code Warehouses}.
 */
package dev.freshet.sandbox.snowflake.warehouse;
