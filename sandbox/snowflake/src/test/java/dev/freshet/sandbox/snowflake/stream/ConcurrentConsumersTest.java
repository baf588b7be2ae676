package dev.freshet.sandbox.snowflake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.engine.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Sessions that write to a table and consume its stream all at once. */
class ConcurrentConsumersTest {

  private static final int ROWS = 100;

  private final AtomicBoolean written = new AtomicBoolean();

  @Test
  void everyRowReachesExactlyOneOfThem() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (EmbeddedSnowflake snowflake = EmbeddedSnowflake.builder().start()) {
      Session first = session(snowflake);
      first.execute("CREATE TABLE t (id NUMBER)");
      first.execute("CREATE TABLE sink (id NUMBER)");
      first.execute("CREATE STREAM s ON TABLE t");
      List<Future<Void>> consumers = new ArrayList<>();
      consumers.add(threads.submit(consumer(session(snowflake), false)));
      consumers.add(threads.submit(consumer(session(snowflake), true)));
      List<Future<Void>> writers = new ArrayList<>();
      writers.add(threads.submit(writer(session(snowflake), 0)));
      writers.add(threads.submit(writer(session(snowflake), ROWS)));
      for (Future<Void> writer : writers) {
        writer.get();
      }
      written.set(true);
      for (Future<Void> consumer : consumers) {
        consumer.get();
      }
      var row = first.execute("SELECT COUNT(*), COUNT(DISTINCT id) FROM sink").rows().get(0);
      assertThat(row).containsExactly(String.valueOf(2 * ROWS), String.valueOf(2 * ROWS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Session session(EmbeddedSnowflake snowflake) {
    Session session = snowflake.engine().openSession("tester", "SYSADMIN");
    session.execute("CREATE DATABASE IF NOT EXISTS DB");
    session.execute("USE SCHEMA DB.PUBLIC");
    return session;
  }

  private static Callable<Void> writer(Session session, int from) {
    return () -> {
      for (int id = from; id < from + ROWS; id++) {
        session.execute("INSERT INTO t VALUES (" + id + ")");
      }
      return null;
    };
  }

  /** Consumes until all is written, and once more after that. */
  private Callable<Void> consumer(Session session, boolean inTransactions) {
    return () -> {
      boolean last;
      do {
        last = written.get();
        if (inTransactions) {
          session.execute("BEGIN");
        }
        session.execute("INSERT INTO sink SELECT id FROM s");
        if (inTransactions) {
          session.execute("COMMIT");
        }
      } while (!last);
      return null;
    };
  }
}
