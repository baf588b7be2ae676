package dev.freshet.contract;

import java.math.BigDecimal;

/**
 * What happens to rows that break a rule.
 *
 * @param onViolation rule by rule
 * @param maxRejectedShare of a window's rows, 0 to 1; more of them halt the contract
 * @param deadLetters where records go that cannot be published
 */
public record RowRules(
    ViolationPolicy onViolation, BigDecimal maxRejectedShare, Contract.DeadLetters deadLetters) {}
