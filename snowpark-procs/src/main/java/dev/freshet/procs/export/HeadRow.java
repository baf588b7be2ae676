package dev.freshet.procs.export;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.warehouse.Row;
import java.util.List;
import java.util.Optional;

/**
 * How far a contract is, and who is at work: the one row of its HEAD table.
 *
 * @param place where the contract lives
 * @param protocol the version of the protocol that the row was last written for
 * @param contract the contract
 * @param version the version in force; empty before the first promotion and after the end
 * @param sequence the last change set taken; 0 before the first
 * @param announced the last one whose manifest's text is settled
 * @param written the last one whose manifest and head object are known to stand on the stage
 * @param digest the digest of the manifest of {@code announced}; empty before the first
 * @param manifest that manifest's text
 * @param lanesSince the first sequence with the lanes in force
 * @param attempt counts runs; names the folder of a run's files
 * @param run the run at work, or the last one
 * @param sourceVersion the stream's table version after our last reading; empty if unknown
 */
record HeadRow(
    Place place,
    int protocol,
    ContractId contract,
    Optional<Version> version,
    long sequence,
    long announced,
    long written,
    Optional<String> digest,
    Optional<String> manifest,
    int lanes,
    long lanesSince,
    long attempt,
    String run,
    Optional<String> sourceVersion) {

  static final List<String> COLUMNS =
      List.of(
          "ACCOUNT",
          "DATABASE_NAME",
          "SCHEMA_NAME",
          "STAGE_URL",
          "PROTOCOL_VERSION",
          "CONTRACT",
          "CONTRACT_VERSION",
          "SEQUENCE",
          "ANNOUNCED",
          "WRITTEN",
          "DIGEST",
          "MANIFEST",
          "LANES",
          "LANES_SINCE",
          "ATTEMPT",
          "RUN",
          "SOURCE_VERSION");

  static HeadRow of(Row row) {
    return new HeadRow(
        new Place(row.text(0), row.text(1), row.text(2), row.text(3)),
        Math.toIntExact(row.whole(4)),
        ContractId.parse(row.text(5)),
        row.optional(6).map(Version::parse),
        row.whole(7),
        row.whole(8),
        row.whole(9),
        row.optional(10),
        row.optional(11),
        Math.toIntExact(row.whole(12)),
        row.whole(13),
        row.whole(14),
        row.text(15),
        row.optional(16));
  }

  /**
   * The version in force.
   *
   * @throws ExportFailed if none is
   */
  Version requireInForce() {
    return version.orElseThrow(
        () ->
            new ExportFailed(
                "No version of contract "
                    + contract
                    + " is in force: nothing is taken before a promotion, and nothing after the"
                    + " end"));
  }
}
