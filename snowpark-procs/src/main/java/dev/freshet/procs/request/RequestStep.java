package dev.freshet.procs.request;

import dev.freshet.procs.shape.KeyRange;
import java.util.Optional;

/**
 * What was done of a request, in the transaction that did it.
 *
 * @param step counts from 1
 * @param range the keys it took
 * @param asOf the time as of which the source was read; empty if it was not
 * @param sequence the change set it became; empty if nothing was published
 * @param published how many facts were
 * @param detail why it ended, if it did not come to its end
 */
public record RequestStep(
    String request,
    long step,
    KeyRange range,
    Optional<String> asOf,
    Optional<Long> sequence,
    long published,
    RequestState state,
    String detail) {}
