package dev.freshet.bridge.publish;

import dev.freshet.bridge.config.BridgeConfig;
import dev.freshet.bridge.fact.Encodings;
import dev.freshet.bridge.fact.Fact;
import dev.freshet.bridge.fact.FactReader;
import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.ledger.Progress;
import dev.freshet.bridge.record.Envelope;
import dev.freshet.bridge.record.KeyOrder;
import dev.freshet.bridge.record.OutboundRecord;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.contract.Contract;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.SealedManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes slices, all before a transaction begins. It keeps the part or bucket of the
 * last slice open, so that the next slice of that lane goes on where it stopped. One thread.
 */
final class SliceReader implements AutoCloseable {
  private final Stage stage;
  private final FactReader.Opener facts;
  private final BridgeConfig.Slice limits;
  private @Nullable Open open;

  SliceReader(Stage stage, FactReader.Opener facts, BridgeConfig.Slice limits) {
    this.stage = stage;
    this.facts = facts;
    this.limits = limits;
  }

  /** A reader, and the place its next row has. */
  private record Open(
      FactReader reader, Lane lane, String manifestDigest, Stretch stretch, long nextRow) {
    boolean standsAt(Source source, Filling filling) {
      return lane.equals(source.lane())
          && manifestDigest.equals(source.sealed().digest())
          && stretch.first() == filling.part
          && nextRow == filling.row;
    }
  }

  /**
   * What is read of.
   *
   * @param lane whose rows
   * @param contract the contract, in the version of the change set
   * @param encodings how its records are written
   * @param sealed the change set
   */
  record Source(Lane lane, Contract contract, Encodings encodings, SealedManifest sealed) {
    Manifest manifest() {
      return sealed.manifest();
    }
  }

  /**
   * The next slice of a lane.
   *
   * @throws dev.freshet.bridge.stage.PartException if a part is not what it should be
   * @throws dev.freshet.bridge.stage.StageUnavailableException if it cannot be read now
   */
  Slice read(Source source, Progress from) {
    Filling filling = new Filling(source, from);
    try {
      while (filling.hasRoom() && filling.part < source.manifest().parts().size()) {
        takeFrom(source, filling);
      }
      return filling.slice();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Whether the last slice ended inside a bucket, which is in memory until the next. */
  boolean holdsBucket() {
    return open != null && open.stretch().bucket().isPresent();
  }

  private void takeFrom(Source source, Filling filling) {
    Stretch stretch = Stretch.at(source.manifest(), filling.part);
    if (!stretch.mayHold(source.lane().number())) {
      filling.end(stretch);
      return;
    }
    FactReader reader = reader(source, filling, stretch);
    while (filling.hasRoom()) {
      Fact fact = reader.next();
      if (fact == null) {
        close();
        filling.end(stretch);
        return;
      }
      filling.add(fact, reader.position());
    }
    open = new Open(reader, source.lane(), source.sealed().digest(), stretch, filling.row);
  }

  private FactReader reader(Source source, Filling filling, Stretch stretch) {
    Open known = open;
    if (known != null && known.standsAt(source, filling)) {
      return known.reader();
    }
    close();
    FactReader reader =
        stretch.bucket().isPresent()
            ? BucketFacts.read(stretch, p -> part(source, p, 0), limits.bucket(), filling.row)
            : part(source, filling.part, filling.row);
    open = new Open(reader, source.lane(), source.sealed().digest(), stretch, -1);
    return reader;
  }

  private FactReader part(Source source, int part, long fromRow) {
    return facts.open(
        stage.part(source.manifest().parts().get(part)),
        new FactReader.Request(
            source.contract(),
            source.encodings(),
            source.manifest(),
            part,
            source.lane().number(),
            fromRow));
  }

  @Override
  public void close() {
    Open known = open;
    open = null;
    if (known != null) {
      known.reader().close();
    }
  }

  /** A slice while it grows. */
  private final class Filling {
    private final Source source;
    private final Progress from;
    private final Envelope envelope;
    private final KeyOrder order;
    private final List<OutboundRecord> records = new ArrayList<>();
    private int part;
    private long row;
    private long bytes;

    Filling(Source source, Progress from) {
      this.source = source;
      this.from = from;
      this.envelope =
          new Envelope(
              source.contract(),
              source.encodings().value(),
              source.manifest(),
              source.lane().replay());
      this.order = new KeyOrder(source.contract(), from.after());
      this.part = from.part();
      this.row = from.row();
    }

    boolean hasRoom() {
      return records.size() < limits.maxRecords() && bytes < limits.maxBytes();
    }

    void add(Fact fact, long position) {
      order.accept(fact, source.manifest().parts().get(fact.part()).key());
      OutboundRecord record = envelope.wrap(fact);
      records.add(record);
      bytes += record.bytes();
      row = position;
    }

    void end(Stretch stretch) {
      part = stretch.end();
      row = 0;
    }

    Slice slice() {
      boolean complete = part == source.manifest().parts().size();
      Optional<Stretch> inHand =
          complete || row == 0
              ? Optional.empty()
              : Optional.of(Stretch.at(source.manifest(), part));
      Progress after =
          new Progress(
              from.sequence(),
              from.manifestDigest(),
              complete,
              part,
              row,
              inHand.flatMap(Stretch::etag),
              inHand.flatMap(Stretch::bucket),
              complete ? Optional.empty() : order.place(),
              from.tally());
      return new Slice(envelope, records, after);
    }
  }
}
