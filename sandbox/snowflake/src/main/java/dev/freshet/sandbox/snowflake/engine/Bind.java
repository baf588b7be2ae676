package dev.freshet.sandbox.snowflake.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bind variable.
 *
 * @param type the wire's name of its type: FIXED, REAL, TEXT, BOOLEAN, DATE, TIME, TIMESTAMP_NTZ, …
 * @param values one value as the wire carries it, or one for each row of a batch
 * @param batch whether it came as an array
 */
public record Bind(String type, List<@Nullable String> values, boolean batch) {}
