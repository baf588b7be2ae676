package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.sandbox.avro.AvroValues;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds topics against their sources, and four witnesses of the counts against each other. To be
 * run when source, export and bridge are at rest; what is still on its way shows as missing.
 * Compaction or retention must not have taken records yet, or the topics' counts are lower.
 *
 * @param snowflake a connection that may read the truths and the log; used by one thread
 * @param app the schema of the log and the rejections, for instance {@code FRESHET.APP}
 * @param bootstrapServers of the Kafka cluster
 * @param registry the root of the schema registry's API, for contracts in Avro
 */
public record Check(
    Connection snowflake, String app, String bootstrapServers, URI registry, StageObjects stage) {

  /**
   * Checks contracts one after the other.
   *
   * @throws SQLException if Snowflake cannot be read
   * @throws IOException if a topic cannot be read
   */
  public CheckReport run(List<CheckedContract> contracts) throws SQLException, IOException {
    List<ContractReport> reports = new ArrayList<>();
    for (CheckedContract contract : contracts) {
      reports.add(run(contract));
    }
    return new CheckReport(reports);
  }

  private ContractReport run(CheckedContract checked) throws SQLException, IOException {
    ContractId id = checked.contract().id();
    Problems problems = new Problems();
    StageScan scan = new StageScan(stage, id, problems);
    scan.run();
    ValueReader values = new ValueReader(checked.contract(), new AvroValues(registry));
    TopicScan topic = new TopicScan(comparison(values, problems), problems);
    new TopicReader(bootstrapServers).read(checked.contract().topic(), topic);
    Rows rows = compareWithTruth(checked, topic.comparison());

    Tally logged = new ChangeSetLog(app + ".CHANGE_SETS").read(snowflake, id);
    for (Tally other : List.of(logged, scan.receipts(), topic.tally())) {
      scan.manifests().compare(other, problems);
    }
    scan.partitions().compare(topic.partitions(), problems);
    List<Tally> witnesses = List.of(logged, scan.manifests(), scan.receipts(), topic.tally());
    Rejections rejections = Rejections.read(snowflake, app + ".REJECTIONS", id);
    Rejections.expected(checked.setAside()).compare(rejections, problems);
    return new ContractReport(checked.contract(), witnesses, rows, rejections, problems.all());
  }

  private Rows compareWithTruth(CheckedContract checked, Comparison comparison)
      throws SQLException {
    new SourceFacts(checked).read(snowflake, comparison::held);
    return comparison.finished();
  }

  private static Comparison comparison(ValueReader values, Problems problems) {
    return values.contract().kind() == Contract.Kind.STATE
        ? new StateComparison(values, problems)
        : new EventComparison(values, problems);
  }
}
