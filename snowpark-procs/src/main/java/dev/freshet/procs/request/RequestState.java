package dev.freshet.procs.request;

import dev.freshet.procs.sql.Sql;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a request stands after a step. */
public enum RequestState {
  /** A range was taken, and more is to come. */
  CHUNK,
  /** The last range was taken. */
  DONE,
  CANCELLED,
  /** It cannot be served; the step's detail says why. */
  FAILED;

  /** As it stands in REQUEST_STEPS. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of the states after which nothing more is done, as SQL literals. */
  public static String ends() {
    return Arrays.stream(values())
        .filter(s -> s != CHUNK)
        .map(s -> Sql.literal(s.word()))
        .collect(Collectors.joining(", "));
  }
}
