package dev.freshet.procs.gate;

/**
 * A column of the source, as INFORMATION_SCHEMA.COLUMNS has it.
 *
 * @param name as stored, upper case unless it was created in quotes
 * @param type Snowflake's word, for instance NUMBER or TEXT
 * @param scale digits after the point, or of a second; 0 if it has none
 * @param nullable whether a row may be NULL there
 */
record SourceColumn(String name, String type, int scale, boolean nullable) {}
