package dev.freshet.sandbox.demo;

/**
 * A change of a contract that somebody might propose.
 *
 * @param change what it does, for people
 * @param text the contract file with the change
 * @param rule the rule that must refuse it; empty if it must be accepted
 */
public record Proposal(String change, String text, String rule) {}
