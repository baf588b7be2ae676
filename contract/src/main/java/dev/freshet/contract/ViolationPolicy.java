package dev.freshet.contract;

import java.util.Map;

/**
 * What happens to a row that breaks a rule. A rule that is not named halts: the safe answer.
 *
 * @param actions the actions the contract names
 */
public record ViolationPolicy(Map<Rule, Action> actions) {
  /** Halt: nothing leaves until someone resumes. Reject: the row alone is set aside. */
  public enum Action {
    HALT,
    REJECT
  }

  public ViolationPolicy {
    actions = Map.copyOf(actions);
  }

  public Action of(Rule rule) {
    return actions.getOrDefault(rule, Action.HALT);
  }
}
