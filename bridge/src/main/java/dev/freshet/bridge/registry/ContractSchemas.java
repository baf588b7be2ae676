package dev.freshet.bridge.registry;

import dev.freshet.bridge.fact.Encoding;
import dev.freshet.bridge.fact.Encodings;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import dev.freshet.contract.avro.AvroSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Settles how the records of a contract are encoded, before any transaction begins: its schemas get
 * their ids from the registry, once for each version of a contract, whose text never changes. What
 * was refused is not asked again for a while; a registry that does not answer is asked nothing for
 * a while, so that lanes do not wait for it one after the other. Thread-safe.
 */
public final class ContractSchemas {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Optional<SubjectSchemas> subjects;
  private final Clock clock;
  private final Map<Name, Encodings> settled = new ConcurrentHashMap<>();
  private final Map<Name, Failure> refusals = new ConcurrentHashMap<>();
  private volatile @Nullable Failure outage;

  /** Asks a registry, if there is one. */
  public ContractSchemas(Optional<SchemaRegistry> registry, Clock clock) {
    this.subjects = registry.map(SubjectSchemas::new);
    this.clock = clock;
  }

  private record Name(ContractId contract, Version version) {}

  private record Failure(RegistryException why, Duration pause, Instant until) {}

  /**
   * How a contract's records are encoded.
   *
   * @throws RegistryRefusedException if somebody has to change something first
   * @throws RegistryUnavailableException if the registry does not answer now
   */
  public Encodings of(Contract contract) {
    if (!needsRegistry(contract)) {
      return new Encodings(plainKey(contract), new Encoding.Json());
    }
    Name name = new Name(contract.id(), contract.version());
    Encodings known = settled.get(name);
    if (known != null) {
      return known;
    }
    requireOver(outage);
    requireOver(refusals.get(name));
    return asked(contract, name);
  }

  private void requireOver(@Nullable Failure failure) {
    if (failure != null && clock.instant().isBefore(failure.until())) {
      throw failure.why();
    }
  }

  private Encodings asked(Contract contract, Name name) {
    try {
      Encodings found = ask(contract);
      settled.put(name, found);
      refusals.remove(name);
      outage = null;
      return found;
    } catch (RegistryUnavailableException e) {
      outage = failure(e, outage);
      throw e;
    } catch (RegistryRefusedException e) {
      refusals.put(name, failure(e, refusals.get(name)));
      outage = null;
      throw e;
    }
  }

  private Failure failure(RegistryException why, @Nullable Failure before) {
    Duration pause = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return new Failure(why, bounded, clock.instant().plus(bounded));
  }

  private static boolean needsRegistry(Contract contract) {
    return contract.format() == Contract.ValueFormat.AVRO
        || contract.keyEncoding() == Contract.KeyEncoding.AVRO;
  }

  private Encodings ask(Contract contract) {
    SubjectSchemas registry =
        subjects.orElseThrow(
            () ->
                new RegistryRefusedException(
                    "Contract "
                        + contract.id()
                        + " is written in Avro, but the bridge knows no schema registry; set"
                        + " registry.url"));
    Encoding key =
        contract.keyEncoding() == Contract.KeyEncoding.AVRO
            ? registry.settle(contract, "-key", AvroSchema.key(contract))
            : plainKey(contract);
    Encoding value =
        contract.format() == Contract.ValueFormat.AVRO
            ? registry.settle(contract, "-value", AvroSchema.value(contract))
            : new Encoding.Json();
    return new Encodings(key, value);
  }

  private static Encoding plainKey(Contract contract) {
    return Encodings.hasTextKeys(contract) ? new Encoding.Text() : new Encoding.Json();
  }
}
