package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.warehouse.Warehouse;
import java.util.Optional;
import java.util.function.Function;

/**
 * The owner's part of a check or a registration: nothing is done, and nothing is said of the
 * source, before its caller has shown that he may read it.
 */
final class OwnersPart {
  private OwnersPart() {}

  /**
   * Works on a text.
   *
   * @param work is given the role that may read the source; none if the text is no sound contract
   */
  static String of(
      Warehouse warehouse, AppSchema app, String text, Function<Optional<String>, String> work) {
    Optional<Contract> contract = AuthorsPart.sound(text);
    if (contract.isEmpty()) {
      return work.apply(Optional.empty());
    }
    Optional<String> reader = ReadProof.here(warehouse, app, "").given(contract.get().source());
    return reader.isPresent()
        ? work.apply(reader)
        : ReadRefusal.of(
            contract.get(),
            "this session has not shown that it may read "
                + contract.get().source()
                + " (CHECK_CONTRACT and REGISTER_CONTRACT do that)");
  }
}
