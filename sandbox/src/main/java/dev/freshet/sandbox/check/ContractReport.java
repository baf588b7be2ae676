package dev.freshet.sandbox.check;

import dev.freshet.contract.Contract;
import java.util.List;

/**
 * The check of one contract.
 *
 * @param witnesses log, manifests, receipts, topic
 * @param rejected rows set aside, as the manifests say
 */
public record ContractReport(
    Contract contract, List<Tally> witnesses, Rows rows, long rejected, List<Problem> problems) {
  public ContractReport {
    witnesses = List.copyOf(witnesses);
    problems = List.copyOf(problems);
  }

  /** Whether everything agrees. */
  public boolean passed() {
    return problems.isEmpty() && rows.allEqual();
  }
}
