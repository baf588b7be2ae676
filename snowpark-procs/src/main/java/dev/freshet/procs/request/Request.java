package dev.freshet.procs.request;

/**
 * What was asked, as REQUESTS has it.
 *
 * @param id names it; never used before
 * @param options the options it was asked with, a JSON object
 * @param reason why; stands in AUDIT_LOG too
 * @param actor who asked
 * @param requestedAt when, an ISO 8601 text in UTC
 */
public record Request(
    String id, RequestKind kind, String options, String reason, String actor, String requestedAt) {}
