package dev.freshet.sandbox.snowflake.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy set on a table.
 *
 * @param masked the column it masks; empty for a row access policy
 * @param columns the columns that its arguments stand for
 */
record PolicyUse(Policy policy, Optional<String> masked, List<String> columns) {}
