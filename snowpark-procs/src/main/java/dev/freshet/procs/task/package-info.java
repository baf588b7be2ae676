/**
 * The tasks that run exports: when they run, for whom, and how they stand. Start with {@link
 * dev.freshet.procs.task.ContractTask}; docs/tasks.md is the operator's page.
 */
@NullMarked
package dev.freshet.procs.task;

import org.jspecify.annotations.NullMarked;
