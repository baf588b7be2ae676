package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.home.AuditLog;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.shape.AsOf;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.shape.Release;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import dev.freshet.procs.warehouse.WarehouseException;
import java.util.Optional;

/**
 * Moves the facts behind open rejections into the outbox and closes those rejections, in one
 * transaction. The stream is not moved: the facts are those of its offset, so that what changes
 * after it follows them and never the other way about.
 */
final class ReleaseTaking {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final ChangeLog log;
  private final SourceStream stream;

  ReleaseTaking(
      Warehouse warehouse, ContractSchema schema, HeadTable heads, ChangeLog log, SourceStream s) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.log = log;
    this.stream = s;
  }

  /**
   * Takes what can be released as the next change set.
   *
   * @throws ExportFailed if the source cannot be read as of its stream's offset
   */
  Released take(Contract contract, HeadRow head, ReleaseRequest request) {
    stream.requireOurs(head);
    try {
      return Transaction.in(warehouse, () -> move(contract, head, request));
    } catch (WarehouseException e) {
      if (e.beyondTimeTravel()) {
        throw beyondTimeTravel(contract, e);
      }
      throw e;
    }
  }

  private Released move(Contract contract, HeadRow head, ReleaseRequest request) {
    // Locks HEAD to the end: no run moves the stream meanwhile.
    heads.write(head.run(), "SEQUENCE = SEQUENCE");
    Memory memory = new Memory(schema.keys(), schema.app().openRejections(), head.attempt());
    AsOf source = new AsOf(contract, schema.sourceStream(), time());
    Release release = new Release(contract, source, request.rule(), memory, evidence(contract));
    // Counted first: what is closed is open no longer.
    Released found = Released.of(warehouse.rows(release.counts()));
    if (found.closed() > 0) {
      close(contract, head, request, release, found);
    }
    audit(contract, request, head.run());
    return found;
  }

  private Release.Evidence evidence(Contract contract) {
    boolean sameCondition =
        new ContractTexts(warehouse, schema.app())
            .all(contract.id()).stream().allMatch(c -> c.where().equals(contract.where()));
    return new Release.Evidence(Rewrites.stream(contract, schema), sameCondition);
  }

  private void close(
      Contract contract, HeadRow head, ReleaseRequest request, Release release, Released found) {
    long sequence = head.sequence() + 1;
    String facts = release.facts(sequence, head.run(), request.reason());
    long inserted = warehouse.change(new Destinations(schema, contract).ofReleases(facts));
    String queryId = warehouse.lastQueryId();
    long copies = contract.kind() == Contract.Kind.STATE ? 2 : 1; // KEYS gains a row too
    if (inserted != found.released() * copies + found.closed()) {
      throw new ExportFailed(
          "Releasing rejections of contract "
              + schema.contract()
              + ": "
              + inserted
              + " rows were written, but "
              + found
              + " was counted. Nothing was taken; call again");
    }
    if (found.released() > 0) {
      heads.write(head.run(), "SEQUENCE = " + sequence);
      log.changeSet(contract, head, Manifest.Kind.RELEASE, sequence, found.asCounts(), queryId);
      new Outbox(warehouse, schema, heads).request(sequence, head.run());
    }
  }

  /**
   * @throws ExportFailed if it is not past what the stream has told
   */
  private String time() {
    return new PresentTime(warehouse, stream)
        .afterOffset()
        .orElseThrow(
            () ->
                new ExportFailed(
                    "Releasing rejections of contract "
                        + schema.contract()
                        + ": the source's last change is younger than the present millisecond."
                        + " Call again"));
  }

  private void audit(Contract contract, ReleaseRequest request, String run) {
    String rule = request.rule().map(r -> ", rule " + r.word()).orElse("");
    new AuditLog(warehouse, schema.app())
        .write(
            "release",
            contract.id(),
            Optional.of(contract.version()),
            run + rule + ": " + request.reason());
  }

  private ExportFailed beyondTimeTravel(Contract contract, WarehouseException e) {
    return new ExportFailed(
        "Releasing rejections of contract "
            + schema.contract()
            + ": "
            + TimeTravel.advice(contract)
            + ". Nothing was released",
        e);
  }
}
