/**
 * What the embedded Snowflake loads into a class loader of its own to run a Java stored procedure:
 * the real Snowpark library with a session in stored-procedure mode. Start at {@link
 * dev.freshet.sandbox.runner.HandlerCall}; nothing here is named by the server's code at compile
 * time, and only JDK types cross the border.
 */
package dev.freshet.sandbox.runner;
