package dev.freshet.sandbox.services;

/**
 * Decides how the embedded S3 treats a request. Called on the server's threads, before the request
 * is looked at; must be thread-safe.
 */
@FunctionalInterface
public interface RequestFaults {
  /** Every request is served. */
  RequestFaults NONE = request -> Treatment.SERVE;

  Treatment treatmentOf(Request request);

  /** A request for an object, or for a listing, whose key is then the prefix. */
  record Request(Operation operation, String bucket, String key) {}

  /** What is asked of S3. */
  enum Operation {
    GET,
    HEAD,
    LIST,
    PUT,
    COPY,
    COMPLETE_MULTIPART_UPLOAD,
    DELETE
  }

  /** What becomes of the request. */
  enum Treatment {
    SERVE,
    /** 503, and nothing has happened. */
    REFUSE,
    /** It happens, with its event, and then the answer is 503: the client cannot know. */
    LOSE_ANSWER
  }
}
