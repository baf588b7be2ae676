package dev.freshet.sandbox;

import dev.freshet.contract.Contract;
import dev.freshet.contract.stage.StageLayout;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Whether everything that changed is published: no stream holds changes, every change set is
 * announced, and every lane has a receipt for the last one. Used by one thread.
 */
final class CaughtUp {
  private final Connection connection;
  private final S3Client s3;
  private final String database;

  CaughtUp(Connection connection, S3Client s3, String database) {
    this.connection = connection;
    this.s3 = s3;
    this.database = database;
  }

  /**
   * How far a contract is.
   *
   * @param waiting whether its stream holds changes, or a change set is not announced
   * @param sequence the last change set taken
   * @param published the last one that all lanes have a receipt for
   */
  record Standing(boolean waiting, long sequence, long published) {
    boolean isCaughtUp() {
      return !waiting && published == sequence;
    }
  }

  Standing of(Contract contract) throws SQLException {
    String schema =
        database + "." + contract.id().toString().toUpperCase(Locale.ROOT).replace(".", "__");
    String sql =
        "SELECT SEQUENCE, ANNOUNCED, SYSTEM$STREAM_HAS_DATA('%1$s.SOURCE_STREAM') FROM %1$s.HEAD"
            .formatted(schema);
    try (Statement statement = connection.createStatement();
        ResultSet head = statement.executeQuery(sql)) {
      head.next();
      long sequence = head.getLong(1);
      boolean waiting = head.getBoolean(3) || head.getLong(2) < sequence;
      return new Standing(waiting, sequence, published(contract, sequence));
    }
  }

  /** Receipts are written in order, so the last change set with all of them says it. */
  private long published(Contract contract, long sequence) {
    for (long s = sequence; s >= 1; s--) {
      String folder = StageLayout.receiptFolder(contract.id(), s);
      int receipts = s3.listObjectsV2(b -> b.bucket(Cloud.BUCKET).prefix(folder)).contents().size();
      if (receipts == contract.lanes()) {
        return s;
      }
    }
    return 0;
  }

  boolean all(List<Contract> contracts) throws SQLException {
    for (Contract contract : contracts) {
      if (!of(contract).isCaughtUp()) {
        return false;
      }
    }
    return true;
  }
}
