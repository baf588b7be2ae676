package dev.freshet.sandbox.check;

/** How many records were published, by kind. */
public record Published(long upserts, long deletes) {
  /** Nothing. */
  public static final Published NOTHING = new Published(0, 0);

  Published plus(Published more) {
    return new Published(upserts + more.upserts, deletes + more.deletes);
  }

  long records() {
    return upserts + deletes;
  }

  @Override
  public String toString() {
    return upserts + " upserts and " + deletes + " deletes";
  }
}
