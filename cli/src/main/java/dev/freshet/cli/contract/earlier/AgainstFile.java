package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.command.CommandFailed;
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
      ContractFile read = ContractFile.read(earlier);
      return new Earlier(List.of(new Earlier.Text(read.contract(), read.text())), List.of());
    } catch (ContractException e) {
      throw CommandFailed.usage(
          "Comparing " + file + " is not possible: the earlier version " + e.getMessage(), e);
    }
  }
}
