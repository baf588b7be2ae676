package dev.freshet.bridge.notice;

import dev.freshet.contract.ContractId;

/** An S3 event said that a manifest of this contract arrived. */
public record Notice(ContractId contract, long sequence) {}
