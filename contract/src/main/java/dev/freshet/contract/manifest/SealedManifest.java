package dev.freshet.contract.manifest;

/**
 * A manifest with the text that stands on the stage and the digest it carries.
 *
 * @param manifest what it says
 * @param digest SHA-256 in lower-case hexadecimal, see {@link ManifestCodec}
 * @param text the object's content, byte for byte (UTF-8), without a final line break
 */
public record SealedManifest(Manifest manifest, String digest, String text) {}
