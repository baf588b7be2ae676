package dev.freshet.contract;

import java.util.Optional;

/**
 * Where a contract stands (ODCS, {@code servers}). Servers differ by environment and are no part of
 * what is promised.
 *
 * @param name as the file has it
 * @param type for instance {@code snowflake} or {@code kafka}
 * @param environment for instance {@code prod}, if said
 */
public record Server(String name, String type, Optional<String> environment) {}
