package dev.freshet.cli.contract.report;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.earlier.Against;
import dev.freshet.cli.contract.earlier.Earlier;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ContractException;
import dev.freshet.contract.evolution.Evolution;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.contract.odcs.Owners;
import dev.freshet.contract.odcs.YamlLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks contract files against the rules of the file and, where earlier versions are to be had,
 * against the evolution rules.
 *
 * @param against where earlier versions are; all of them count
 */
public record Gate(List<Against> against) {

  /** Checks a file; what cannot be read becomes a remark too, so that the others are checked. */
  public CheckedFile check(Path file) {
    String text;
    YamlLines lines;
    try {
      text = Files.readString(file);
      lines = YamlLines.read(text);
    } catch (IOException e) {
      return Remarks.unreadable(file, e);
    }
    try {
      return compared(file, text, ContractReader.read(file.toString(), text), lines);
    } catch (ContractException e) {
      return CheckedFile.unsound(file, Owners.named(text), Remarks.of(e.problems(), lines));
    } catch (CommandFailed e) {
      return Remarks.notCompared(file, text, e);
    }
  }

  private CheckedFile compared(Path file, String text, Contract contract, YamlLines lines) {
    if (against.isEmpty()) {
      return CheckedFile.sound(file, contract);
    }
    Earlier earlier =
        against.stream()
            .map(a -> a.earlierThan(file, contract))
            .reduce(Earlier.none(), Earlier::and);
    Judgement promised = Evolution.judge(earlier.contracts(), contract);
    Judgement judgement =
        earlier.hasAnotherTextOf(contract, text) ? promised.withVersionReused() : promised;
    List<Remark> remarks = new ArrayList<>(Remarks.of(judgement, lines));
    remarks.addAll(Remarks.notes(earlier.notes()));
    return CheckedFile.compared(
        file, judgement, LeastVersion.of(judgement, earlier.contracts()), remarks);
  }
}
