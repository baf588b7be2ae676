package dev.freshet.contract.odcs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.RowRules;
import dev.freshet.contract.Rule;
import dev.freshet.contract.ViolationPolicy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what happens to rows that break a rule. */
final class RowRulesReader {
  private static final BigDecimal DEFAULT_SHARE = new BigDecimal("0.01");

  private RowRulesReader() {}

  static RowRules read(CustomProperties custom) {
    return new RowRules(
        onViolation(custom.at("onViolation")),
        share(custom.at("maxRejectedShare")),
        custom.word("deadLetters", Contract.DeadLetters.class, Contract.DeadLetters.NONE));
  }

  private static BigDecimal share(Place place) {
    BigDecimal share = place.number().orElse(DEFAULT_SHARE);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      place.problem("is a share of the rows, 0 to 1, found " + share);
      return DEFAULT_SHARE;
    }
    return share.stripTrailingZeros();
  }

  private static ViolationPolicy onViolation(Place policy) {
    Map<Rule, ViolationPolicy.Action> actions = new EnumMap<>(Rule.class);
    if (policy.exists() && !policy.node().isObject()) {
      policy.problem("must map rules to halt or reject");
      return new ViolationPolicy(Map.of());
    }
    for (var entry : policy.node().properties()) {
      Optional<Rule> rule = Rule.of(entry.getKey());
      if (rule.isEmpty()) {
        policy.problem("'" + entry.getKey() + "' is no rule; rules: " + rules());
        continue;
      }
      switch (entry.getValue().asText()) {
        case "halt" -> actions.put(rule.get(), ViolationPolicy.Action.HALT);
        case "reject" -> actions.put(rule.get(), ViolationPolicy.Action.REJECT);
        default -> policy.at(entry.getKey()).problem("must be halt or reject");
      }
    }
    return new ViolationPolicy(actions);
  }

  private static List<String> rules() {
    return Arrays.stream(Rule.values()).map(Rule::word).toList();
  }
}
