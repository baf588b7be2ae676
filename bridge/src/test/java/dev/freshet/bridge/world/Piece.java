package dev.freshet.bridge.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part to be written.
 *
 * @param query over {@code __op, __key, __n} and the contract's fields
 * @param folder within the change set's own; empty, or ends in a slash
 */
public record Piece(String query, String folder, Optional<Integer> lane, Optional<Integer> bucket) {
  private static final String SHARE =
      "SELECT * FROM (%s) WHERE ('0x' || substr(md5(__key), 1, 8))::BIGINT %% %d = %d";

  static Piece mixed(String query) {
    return new Piece(query, "", Optional.empty(), Optional.empty());
  }

  /** A folder for each lane, with one file. */
  public static List<Piece> byLane(String query, int lanes) {
    List<Piece> pieces = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      pieces.add(
          new Piece(
              SHARE.formatted(query, lanes, lane),
              "lane=" + lane + "/",
              Optional.of(lane),
              Optional.empty()));
    }
    return pieces;
  }

  /**
   * A folder for each bucket, with several files, their rows in no order: as COPY with PARTITION BY
   * writes them.
   */
  public static List<Piece> byBucket(String query, int lanes, int buckets, int files) {
    List<Piece> pieces = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      String share = SHARE.formatted(query, buckets, bucket);
      for (int file = 0; file < files; file++) {
        String some =
            "SELECT * FROM (%s) WHERE hash(__key, __n) %% %d = %d ORDER BY hash(__n, __key)"
                .formatted(share, files, file);
        pieces.add(
            new Piece(
                some, "bucket=" + bucket + "/", Optional.of(bucket % lanes), Optional.of(bucket)));
      }
    }
    return pieces;
  }
}
