package dev.freshet.contract.stage;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of the stage's objects, relative to its root. Sequences have 20 digits, so that listing
 * order is publication order.
 */
public final class StageLayout {
  public static final String CONTRACTS = "contracts/";
  public static final String DATA = "data/";
  public static final String MANIFESTS = "manifests/";
  public static final String HEADS = "heads/";
  public static final String RECEIPTS = "receipts/";
  public static final String REPLAYS = "replays/";
  public static final String REJECTIONS = "rejections/";
  public static final String DECISIONS = "decisions/";
  public static final String AUDIT = "audit/";

  private static final String JSON = ".json";
  private static final Pattern MANIFEST =
      Pattern.compile(Pattern.quote(MANIFESTS) + "([^/]+)/(\\d{20})\\.json");
  private static final Pattern REPLAY =
      Pattern.compile(Pattern.quote(REPLAYS) + "([^/]+)/([a-z0-9-]{1,64})\\.(\\d{1,9})\\.json");
  private static final Pattern HEAD = Pattern.compile(Pattern.quote(HEADS) + "([^/]+)\\.json");

  private static final Pattern ATTEMPT =
      Pattern.compile("^" + Pattern.quote(DATA) + "[^/]+/\\d{20}/\\d+/");

  /** What a file system or a proxy may take for a step up or aside. */
  private static final Pattern STEP = Pattern.compile("/\\.{0,2}(/|$)");

  private StageLayout() {}

  /** What a manifest's key says. */
  public record ManifestKey(ContractId contract, long sequence) {}

  /**
   * What the key of an object under {@code replays/} says.
   *
   * @param number 0 is the request; higher ones act on it
   */
  public record ReplayKey(ContractId contract, ReplayId id, int number) {}

  public static String digits(long sequence) {
    return String.format(Locale.ROOT, "%020d", sequence);
  }

  public static String contractFile(ContractId contract, Version version) {
    return CONTRACTS + contract + "/" + version + "/contract.odcs.yaml";
  }

  /** The Avro schema of a version's values; there only if they are in Avro. */
  public static String valueSchema(ContractId contract, Version version) {
    return CONTRACTS + contract + "/" + version + "/value.avsc";
  }

  /** The Avro schema of a version's keys; there only if they are in Avro. */
  public static String keySchema(ContractId contract, Version version) {
    return CONTRACTS + contract + "/" + version + "/key.avsc";
  }

  /** The folder of one attempt to unload a change set; ends in a slash. */
  public static String dataFolder(ContractId contract, long sequence, long attempt) {
    return changeSetFolder(contract, sequence) + attempt + "/";
  }

  /** The folder of all attempts to unload a change set; ends in a slash. */
  public static String changeSetFolder(ContractId contract, long sequence) {
    return DATA + contract + "/" + digits(sequence) + "/";
  }

  /** The attempt's folder that a part lies in, or below; ends in a slash. */
  public static String attemptFolder(String part) {
    Matcher m = ATTEMPT.matcher(part);
    if (!m.find()) {
      throw new IllegalArgumentException(part + " lies in no folder of an attempt");
    }
    return m.group();
  }

  /** Whether a part's key may stand in a manifest of the contract: in its own folder, plainly. */
  public static boolean isPartOf(ContractId contract, String key) {
    return key.startsWith(DATA + contract + "/") && !STEP.matcher(key).find();
  }

  /** The folder of a contract's manifests; ends in a slash. */
  public static String manifestFolder(ContractId contract) {
    return MANIFESTS + contract + "/";
  }

  public static String manifest(ContractId contract, long sequence) {
    return manifestFolder(contract) + digits(sequence) + JSON;
  }

  public static String head(ContractId contract) {
    return HEADS + contract + JSON;
  }

  /** The folder of a change set's receipts; ends in a slash. */
  public static String receiptFolder(ContractId contract, long sequence) {
    return RECEIPTS + contract + "/" + digits(sequence) + "/";
  }

  public static String receipt(ContractId contract, long sequence, int lane) {
    return receiptFolder(contract, sequence) + lane + JSON;
  }

  public static String replay(ContractId contract, ReplayId id, int number) {
    return REPLAYS + contract + "/" + id + "." + number + JSON;
  }

  /** The folder of a rehearsal's parts; ends in a slash. */
  public static String rehearsalFolder(ContractId contract, ReplayId id) {
    return DATA + contract + "/rehearsal-" + id + "/";
  }

  /** The folder of what is told of a replay; ends in a slash. */
  public static String replayReceiptFolder(ContractId contract, ReplayId id) {
    return RECEIPTS + contract + "/replay-" + id + "/";
  }

  public static String replayReceipt(ContractId contract, ReplayId id, int lane) {
    return replayReceiptFolder(contract, id) + lane + JSON;
  }

  public static String replayFailure(ContractId contract, ReplayId id) {
    return replayReceiptFolder(contract, id) + "failed" + JSON;
  }

  /** Reads the key of an object under {@code replays/}; empty if it is none. */
  public static Optional<ReplayKey> parseReplay(String key) {
    Matcher m = REPLAY.matcher(key);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReplayKey(
              ContractId.parse(m.group(1)),
              new ReplayId(m.group(2)),
              Integer.parseInt(m.group(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a foreign object under our prefix
    }
  }

  /** Reads a manifest's key; empty if it is none. */
  public static Optional<ManifestKey> parseManifest(String key) {
    Matcher m = MANIFEST.matcher(key);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ManifestKey(ContractId.parse(m.group(1)), Long.parseLong(m.group(2))));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a foreign object under our prefix
    }
  }

  /** Reads a head's key; empty if it is none. */
  public static Optional<ContractId> parseHead(String key) {
    Matcher m = HEAD.matcher(key);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ContractId.parse(m.group(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a foreign object under our prefix
    }
  }
}
