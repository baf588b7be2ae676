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
 * Reads and decodes slices, all before a transaction begins. It keeps the part of the last slice
 * open, so that the next slice of that lane goes on where it stopped. One thread.
 */
final class SliceReader implements AutoCloseable {
  private final Stage stage;
  private final FactReader.Opener facts;
  private final BridgeConfig.Slice limits;
  private @Nullable OpenPart open;

  SliceReader(Stage stage, FactReader.Opener facts, BridgeConfig.Slice limits) {
    this.stage = stage;
    this.facts = facts;
    this.limits = limits;
  }

  /** A reader, and the place its next row has. */
  private record OpenPart(
      FactReader reader, Lane lane, String manifestDigest, int part, long nextRow) {}

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

  private void takeFrom(Source source, Filling filling) {
    Manifest.Part part = source.manifest().parts().get(filling.part);
    boolean others = part.lane().map(l -> l != source.lane().number()).orElse(false);
    if (others || part.rows() == 0) {
      filling.endPart();
      return;
    }
    FactReader reader = reader(source, filling);
    while (filling.hasRoom()) {
      Fact fact = reader.next();
      if (fact == null) {
        close();
        filling.endPart();
        return;
      }
      filling.add(fact, part);
    }
    open = new OpenPart(reader, source.lane(), source.sealed().digest(), filling.part, filling.row);
  }

  private FactReader reader(Source source, Filling filling) {
    OpenPart known = open;
    if (known != null
        && known.lane().equals(source.lane())
        && known.manifestDigest().equals(source.sealed().digest())
        && known.part() == filling.part
        && known.nextRow() == filling.row) {
      return known.reader();
    }
    close();
    Manifest.Part part = source.manifest().parts().get(filling.part);
    FactReader reader =
        facts.open(
            stage.part(part),
            new FactReader.Request(
                source.contract(),
                source.encodings(),
                source.manifest(),
                filling.part,
                source.lane().number(),
                filling.row));
    open = new OpenPart(reader, source.lane(), source.sealed().digest(), filling.part, -1);
    return reader;
  }

  @Override
  public void close() {
    OpenPart known = open;
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

    void add(Fact fact, Manifest.Part of) {
      order.accept(fact, of.key());
      OutboundRecord record = envelope.wrap(fact, part);
      records.add(record);
      bytes += record.bytes();
      row = fact.row() + 1;
    }

    void endPart() {
      part++;
      row = 0;
    }

    Slice slice() {
      List<Manifest.Part> parts = source.manifest().parts();
      boolean complete = part == parts.size();
      Progress after =
          new Progress(
              from.sequence(),
              from.manifestDigest(),
              complete,
              part,
              row,
              row == 0 || complete ? Optional.empty() : Optional.of(parts.get(part).etag()),
              complete ? Optional.empty() : order.place(),
              from.tally());
      return new Slice(envelope, records, after);
    }
  }
}
