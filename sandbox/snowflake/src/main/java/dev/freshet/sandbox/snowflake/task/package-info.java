/**
 * Tasks: CREATE, ALTER, EXECUTE, DROP, SHOW, DESCRIBE, and the scheduler that runs them. Start at
 * {@link dev.freshet.sandbox.snowflake.task.Tasks}; when a task is due is decided by {@code
 * TaskTrigger}, what a run does by {@code TaskRun}.
 */
package dev.freshet.sandbox.snowflake.task;
