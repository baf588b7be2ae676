package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.procs.drift.Drift;
import dev.freshet.procs.drift.DriftCheck;
import dev.freshet.procs.drift.Rewrites;
import dev.freshet.procs.halt.Halt;
import dev.freshet.procs.halt.HaltReason;
import dev.freshet.procs.request.OpenRequest;
import dev.freshet.procs.request.RequestState;
import dev.freshet.procs.request.RequestStep;
import dev.freshet.procs.request.Requests;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.source.SourceObject;
import dev.freshet.procs.source.StreamState;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.warehouse.Transaction;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first step of a rebaseline: a new stream, if the one there is has lost changes. Making it is
 * DDL, which no transaction holds, so it may happen twice: nothing is taken from it before the step
 * is written, and what the first would have shown is in the difference that the next steps publish.
 */
final class StreamRenewal {
  private final Warehouse warehouse;
  private final ContractSchema schema;
  private final HeadTable heads;
  private final SourceStream stream;
  private final DriftCheck drift;
  private final Requests requests;

  StreamRenewal(
      Warehouse warehouse, ContractSchema schema, HeadTable heads, SourceStream s, DriftCheck d) {
    this.warehouse = warehouse;
    this.schema = schema;
    this.heads = heads;
    this.stream = s;
    this.drift = d;
    this.requests = new Requests(warehouse, schema);
  }

  /**
   * Sees to it that the stream can be read, and takes where it stands for right. Does nothing after
   * the first step, unless the stream was lost meanwhile: then the ranges that were taken mean
   * nothing any more, and the request ends.
   *
   * @return the request, a step further if this was one
   * @throws Halt if the source is not there, or the stream was lost once more
   */
  OpenRequest begin(Contract contract, HeadRow head, OpenRequest open) {
    Optional<Drift> lost = drift.ofStream(contract, stream.look());
    if (open.steps() > 0) {
      lost.ifPresent(d -> giveUp(head, open, d));
      return open;
    }
    lost.ifPresent(d -> make(contract, head, d));
    awake(open);
    String version = Sql.literal(stream.version());
    String detail = lost.map(d -> "a new stream: " + d.found()).orElse("the stream is kept");
    write(head, "SOURCE_VERSION = " + version, open.beginning(detail));
    return open.begun();
  }

  private void make(Contract contract, HeadRow head, Drift lost) {
    if (lost.reason() == HaltReason.SOURCE_GONE) {
      throw lost.halt();
    }
    heads.read(head.run()); // a run that was overtaken makes no stream
    statements(contract).forEach(warehouse::run);
    stream.look();
  }

  /**
   * A contract that stood still for long may have lost the stream on its own TODO too, and then its
   * task never wakes again. What that stream held is done by the runs that serve the request.
   */
  private void awake(OpenRequest open) {
    if (StreamState.ofRequests(warehouse, schema).filter(s -> !s.stale()).isEmpty()) {
      warehouse.run(
          "CREATE OR REPLACE STREAM "
              + schema.todoStream()
              + " ON TABLE "
              + schema.todo()
              + " APPEND_ONLY = TRUE");
      requests.wake(open.request().id());
    }
  }

  private void giveUp(HeadRow head, OpenRequest open, Drift lost) {
    write(head, "SEQUENCE = SEQUENCE", open.end(RequestState.FAILED, lost.found()));
    throw lost.halt();
  }

  private void write(HeadRow head, String assignment, RequestStep step) {
    Transaction.in(
        warehouse,
        () -> {
          heads.write(head.run(), assignment);
          requests.add(step);
          return step;
        });
  }

  private List<String> statements(Contract contract) {
    SourceKind kind =
        SourceObject.read(warehouse, contract.source())
            .map(SourceObject::kind)
            .orElseThrow(
                () ->
                    new ExportFailed(
                        "Making a stream on "
                            + contract.source()
                            + ": it was there a moment ago and is not any more. Nothing was"
                            + " changed; the next run looks again"));
    List<String> all = new ArrayList<>();
    // First, as at registration, so that it sees every row that the other one does.
    Rewrites.stream(contract, schema)
        .ifPresent(
            second ->
                all.add(
                    "CREATE OR REPLACE STREAM "
                        + second
                        + " "
                        + kind.standardOn(contract.source())));
    all.add("CREATE OR REPLACE STREAM " + schema.sourceStream() + " " + kind.streamOn(contract));
    return all;
  }
}
