package dev.freshet.contract.mistake;

/** A piece of a contract's text, and what the author writes in its place. */
public record Edit(String before, String after) {

  /** Makes the edit; the piece must stand there once, or the mistake is not the one described. */
  String in(String text) {
    int at = text.indexOf(before);
    if (before.isEmpty() || at < 0 || text.indexOf(before, at + 1) >= 0) {
      throw new IllegalStateException("does not stand in the contract exactly once: " + before);
    }
    return text.substring(0, at) + after + text.substring(at + before.length());
  }
}
