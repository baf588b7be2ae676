package dev.freshet.sandbox.services.registry;

/**
 * What the registry answers instead: a status and Confluent's error code
 * (docs.confluent.io/platform/current/schema-registry/develop/api.html, "Errors").
 */
final class RegistryError extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;

  private RegistryError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  static RegistryError subjectNotFound(String subject) {
    return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryError schemaNotFound() {
    return new RegistryError(404, 40403, "Schema not found");
  }

  static RegistryError levelNotSet(String subject) {
    return new RegistryError(
        404,
        40408,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryError incompatible(String subject, Level level) {
    return new RegistryError(
        409,
        409,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\"; compatibility level "
            + level);
  }

  static RegistryError invalidSchema(String why) {
    return new RegistryError(422, 42201, "Invalid schema: " + why);
  }

  static RegistryError invalidLevel(String level) {
    return new RegistryError(422, 42203, "Invalid compatibility level: " + level);
  }

  static RegistryError notDone(String what) {
    return new RegistryError(
        501,
        501,
        "The embedded registry does not do "
            + what
            + "; docs/sandbox-services.md says what it does");
  }
}
