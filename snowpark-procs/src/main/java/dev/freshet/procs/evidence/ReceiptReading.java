package dev.freshet.procs.evidence;

import dev.freshet.contract.stage.Receipt;
import java.time.DateTimeException;
import java.time.Instant;

/** What an object under the key of a wanted receipt turned out to be. */
sealed interface ReceiptReading {

  /** A receipt of the manifest that was announced. */
  record Proof(Receipt receipt, Instant publishedAt) implements ReceiptReading {}

  /** An object that proves nothing. */
  record NoProof(FoundReceipt found, String why) implements ReceiptReading {}

  static ReceiptReading of(FoundReceipt found, String text) {
    if (found.isTooLarge()) {
      return new NoProof(found, "it is " + found.bytes() + " bytes long");
    }
    WantedReceipt wanted = found.wanted();
    try {
      Receipt receipt = Receipt.read(wanted.key(), text);
      String why = contradiction(wanted, receipt);
      return why.isEmpty()
          ? new Proof(receipt, Instant.parse(receipt.publishedAt()))
          : new NoProof(found, why);
    } catch (IllegalArgumentException e) {
      return new NoProof(found, "it is no receipt");
    } catch (DateTimeException e) {
      return new NoProof(found, "published_at is no time");
    }
  }

  private static String contradiction(WantedReceipt wanted, Receipt receipt) {
    if (receipt.formatVersion() != Receipt.FORMAT_VERSION) {
      return "it is of format version "
          + receipt.formatVersion()
          + ", known is "
          + Receipt.FORMAT_VERSION;
    }
    boolean same =
        wanted.contract().toString().equals(receipt.contract())
            && wanted.sequence() == receipt.sequence()
            && wanted.lane() == receipt.lane();
    if (!same) {
      return "it speaks of another contract, change set or lane than its key";
    }
    return wanted.digest().equals(receipt.manifestDigest())
        ? ""
        : "it is of another manifest than the one announced: a clone or a restored copy was"
            + " published, or the object was altered";
  }
}
