package dev.freshet.sandbox;

import java.io.PrintWriter;
import java.util.List;

/** What a running sandbox tells the person who started it. */
final class Welcome {
  private Welcome() {}

  static void print(PrintWriter out, Addresses addresses, List<String> commands, long bridge) {
    out.println();
    out.println("The sandbox runs; Ctrl-C ends it. One can connect to:");
    out.println("  Snowflake  " + addresses.jdbcUrl() + "  (any user, any password)");
    out.println("  S3         " + addresses.s3Endpoint() + "  bucket " + addresses.bucket());
    out.println("  Kafka      " + addresses.bootstrapServers());
    out.println("  Registry   " + addresses.registryUrl());
    out.println("(the S3 key pair is in .freshet/sandbox.json)");
    out.println();
    out.println("Paste these in another terminal:");
    commands.forEach(line -> out.println("  " + line));
    out.println("  Kill the bridge; it is started again and goes on where its ledger says:");
    out.println("    kill -9 " + bridge);
    out.println();
    out.flush();
  }
}
