package dev.freshet.cli.command;

/** How a list is printed: for people or for programs. */
public enum OutputFormat {
  TEXT,
  JSON
}
