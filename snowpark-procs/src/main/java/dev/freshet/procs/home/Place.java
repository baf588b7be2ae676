package dev.freshet.procs.home;

/** Where a contract lives: account, database, schema, and the URL of the stage it writes to. */
public record Place(String account, String database, String schema, String stageUrl) {
  @Override
  public String toString() {
    return account + "/" + database + "." + schema + " on " + stageUrl;
  }
}
