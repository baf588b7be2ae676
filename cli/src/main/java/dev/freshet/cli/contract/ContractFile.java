package dev.freshet.cli.contract;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A contract file that was read and found sound. */
public record ContractFile(Path path, String text, Contract contract) {

  /**
   * Reads a file.
   *
   * @throws CommandFailed if it cannot be read
   * @throws dev.freshet.contract.ContractException naming every problem in it
   */
  public static ContractFile read(Path path) {
    try {
      String text = Files.readString(path);
      return new ContractFile(path, text, ContractReader.read(path.toString(), text));
    } catch (IOException e) {
      throw CommandFailed.usage("Reading the contract " + path + " failed: " + e, e);
    }
  }
}
