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
   * @param sequence the last change set taken
   * @param announced the last one with a manifest
   * @param published the last one that all lanes have a receipt for
   */
  record Standing(long sequence, long announced, long published) {
    boolean isPublished() {
      return announced == sequence && published == sequence;
    }
  }

  /** Asks no stream: somebody who tries things out may have dropped it. */
  Standing of(Contract contract) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet head =
            statement.executeQuery(
                "SELECT SEQUENCE, ANNOUNCED FROM " + schema(contract) + ".HEAD")) {
      head.next();
      long sequence = head.getLong(1);
      return new Standing(sequence, head.getLong(2), published(contract, sequence));
    }
  }

  private boolean isTaken(Contract contract) throws SQLException {
    String sql = "SELECT SYSTEM$STREAM_HAS_DATA('" + schema(contract) + ".SOURCE_STREAM')";
    try (Statement statement = connection.createStatement();
        ResultSet waiting = statement.executeQuery(sql)) {
      waiting.next();
      return !waiting.getBoolean(1);
    }
  }

  private String schema(Contract contract) {
    return database + "." + contract.id().toString().toUpperCase(Locale.ROOT).replace(".", "__");
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
      // The stream first: what is taken after this look is in HEAD by the second.
      if (!isTaken(contract) || !of(contract).isPublished()) {
        return false;
      }
    }
    return true;
  }
}
