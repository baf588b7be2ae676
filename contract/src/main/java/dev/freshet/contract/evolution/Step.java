package dev.freshet.contract.evolution;

import dev.freshet.contract.Version;

/** The least step of the version that a change asks for (Semantic Versioning 2.0.0, 6 to 8). */
public enum Step {
  PATCH,
  MINOR,
  MAJOR;

  /** The step from one version to a higher one. */
  static Step between(Version before, Version after) {
    if (after.major() != before.major()) {
      return MAJOR;
    }
    return after.minor() != before.minor() ? MINOR : PATCH;
  }

  /** The lowest version that makes this step. */
  Version from(Version before) {
    return switch (this) {
      case PATCH -> new Version(before.major(), before.minor(), before.patch() + 1);
      case MINOR -> new Version(before.major(), before.minor() + 1, 0);
      case MAJOR -> new Version(before.major() + 1, 0, 0);
    };
  }
}
