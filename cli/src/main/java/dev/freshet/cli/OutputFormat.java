package dev.freshet.cli;

/** How a list is printed: for people or for programs. */
public enum OutputFormat {
  TEXT,
  JSON
}
