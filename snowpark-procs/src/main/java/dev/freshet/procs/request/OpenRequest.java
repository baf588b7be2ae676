package dev.freshet.procs.request;

import dev.freshet.procs.shape.KeyRange;
import java.util.Optional;

/**
 * A request and how far it is.
 *
 * @param steps how many steps were made
 * @param lastKey the last key of the range that was taken last; empty before the first
 * @param published facts published for it so far
 */
public record OpenRequest(Request request, long steps, Optional<String> lastKey, long published) {

  /** The step after the last. */
  public RequestStep step(
      KeyRange range, String asOf, Optional<Long> sequence, long facts, boolean isLast) {
    return new RequestStep(
        request.id(),
        steps + 1,
        range,
        Optional.of(asOf),
        sequence,
        facts,
        isLast ? RequestState.DONE : RequestState.CHUNK,
        "");
  }

  /** Whether it is for the difference to what was published. */
  public boolean isRebaseline() {
    return request.kind() == RequestKind.REBASELINE;
  }

  /** The first step of a rebaseline, which takes nothing. */
  public RequestStep beginning(String detail) {
    return new RequestStep(
        request.id(),
        steps + 1,
        new KeyRange(Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        0,
        RequestState.CHUNK,
        detail);
  }

  /** The same, a step later. */
  public OpenRequest begun() {
    return new OpenRequest(request, steps + 1, lastKey, published);
  }

  /** A step that takes nothing and ends the request. */
  public RequestStep end(RequestState state, String detail) {
    return new RequestStep(
        request.id(),
        steps + 1,
        new KeyRange(lastKey, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        0,
        state,
        detail);
  }
}
