package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.CommandFailed;
import dev.freshet.cli.contract.ContractFile;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import java.nio.file.Path;
import java.util.List;

/** One earlier version, in a file of its own. */
record AgainstFile(Path earlier) implements Against {

  @Override
  public Earlier earlierThan(Path file, Contract next) {
    try {
      return new Earlier(List.of(ContractFile.read(earlier).contract()), List.of());
    } catch (ContractException e) {
      throw CommandFailed.usage(
          "Comparing " + file + " is not possible: the earlier version " + e.getMessage(), e);
    }
  }
}
