package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import java.util.List;

/**
 * The check of one contract.
 *
 * @param witnesses log, manifests, receipts, topic
 * @param rejections rows set aside, as the table of rejections says
 */
public record ContractReport(
    Contract contract,
    List<Tally> witnesses,
    Rows rows,
    Rejections rejections,
    List<Problem> problems) {
  public ContractReport {
    witnesses = List.copyOf(witnesses);
    problems = List.copyOf(problems);
  }

  /** Whether everything agrees. */
  public boolean passed() {
    return problems.isEmpty() && rows.allEqual();
  }
}
