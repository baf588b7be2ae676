package dev.freshet.bridge.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.stage.Receipt;
import java.util.ArrayList;
import java.util.List;

/** Compares what arrived with what an exporter announced. */
public final class Judge {
  private final World world;
  private final Exporter exporter;

  public Judge(World world, Exporter exporter) {
    this.world = world;
    this.exporter = exporter;
  }

  /** The receipts of a change set that are there. */
  public List<Receipt> receipts(long sequence) {
    ContractId contract = exporter.contract().id();
    List<Receipt> receipts = new ArrayList<>();
    for (int lane = 0; lane < exporter.lanes(); lane++) {
      world
          .stage()
          .receipt(contract, sequence, lane)
          .ifPresent(text -> receipts.add(Receipt.read("receipt", text)));
    }
    return receipts;
  }

  /** Waits until all lanes have done the last change set. */
  public void awaitAll() throws InterruptedException {
    long sequence = exporter.last().manifest().sequence();
    Await.until(
        "receipts of " + exporter.contract().id() + " " + sequence,
        () -> receipts(sequence).size() == exporter.lanes());
  }

  /** No fact lost, none twice, keys in order. */
  public void assertExactlyOnceInOrder() {
    List<Guarantee> guarantees = Guarantee.all(exporter.facts());
    for (Seen record : new Topic(world, exporter.contract().topic()).committed()) {
      guarantees.forEach(g -> g.watch(record));
    }
    assertThat(guarantees).allSatisfy(g -> assertThat(g.broken()).isEmpty());
  }
}
