package dev.freshet.contract;

import java.time.ZoneId;

/**
 * How a contract's records are written.
 *
 * @param format of values
 * @param keyEncoding of keys
 * @param registryMode how schema ids are had, where Avro is written
 * @param zone what local times (TIMESTAMP_NTZ) are local to
 */
public record RecordForm(
    Contract.ValueFormat format,
    Contract.KeyEncoding keyEncoding,
    Contract.RegistryMode registryMode,
    ZoneId zone) {}
