package dev.freshet.bridge.publish;

import dev.freshet.bridge.ledger.Lane;
import dev.freshet.bridge.stage.Shelf;
import dev.freshet.bridge.stage.Stage;
import dev.freshet.contract.stage.Receipt;
import java.util.Optional;

/** The live path: the contract's own topic; a lane that stops waits for a human. */
public record LiveDestination(Stage stage, Shelf shelf) implements Destination {
  @Override
  public String topic(Lane lane) {
    return lane.contract().toString();
  }

  @Override
  public Optional<Receipt> receipt(Lane lane, long sequence) {
    return shelf.receipt(lane.contract(), sequence, lane.number());
  }

  @Override
  public void tell(Lane lane, Receipt receipt) {
    stage.putReceipt(lane.contract(), receipt.sequence(), receipt.lane(), receipt.text());
  }

  @Override
  public boolean stopped(Lane lane, Hindrance hindrance, String why) {
    return false;
  }
}
