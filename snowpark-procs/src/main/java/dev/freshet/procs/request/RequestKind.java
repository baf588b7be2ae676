package dev.freshet.procs.request;

import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.shape.ChunkKind;
import java.util.Locale;

/** What is asked for. */
public enum RequestKind {
  /** Facts published again, or for the first time, as they stand. */
  SNAPSHOT(Manifest.Kind.SNAPSHOT, ChunkKind.EVERYTHING),

  /** The difference between the source and what was last published. */
  REBASELINE(Manifest.Kind.REBASELINE, ChunkKind.DIFFERENCE);

  private final Manifest.Kind changeSets;
  private final ChunkKind chunks;

  RequestKind(Manifest.Kind changeSets, ChunkKind chunks) {
    this.changeSets = changeSets;
    this.chunks = chunks;
  }

  /** As it stands in REQUESTS and in manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RequestKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The kind of its change sets. */
  public Manifest.Kind changeSets() {
    return changeSets;
  }

  /** What its chunks publish. */
  public ChunkKind chunks() {
    return chunks;
  }
}
