package dev.freshet.sandbox.demo;

import dev.freshet.sandbox.demo.change.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up customers and orders, some with text that is easily damaged on its way. */
final class NewRows {
  private static final List<String> NAMES =
      List.of(
          "Customer#%09d",
          "O'Neil \"%d\"",
          "Zoë Größe %d",
          "back\\slash %d",
          "李雷 %d",
          "two\nlines %d",
          "100%% {\"%d\"}");
  private static final List<String> SEGMENTS =
      List.of("AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY");
  private static final List<String> PRIORITIES =
      List.of("1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW");
  private static final LocalDate FIRST_DAY = LocalDate.of(1992, 1, 1);
  private static final int DAYS = 2_406; // up to 1998-08-02, as in TPC-H
  private static final int NATIONS = 25;

  private final Random random;

  NewRows(Random random) {
    this.random = random;
  }

  Row.Customer customer(long key) {
    int nation = random.nextInt(NATIONS);
    return new Row.Customer(
        key,
        String.format(Locale.ROOT, pick(NAMES), key),
        "Rue de l'Église " + random.nextInt(1_000),
        nation,
        String.format(
            Locale.ROOT,
            "%d-%03d-%03d-%04d",
            nation + 10,
            three(),
            three(),
            random.nextInt(10_000)),
        BigDecimal.valueOf(random.nextInt(1_100_000) - 100_000L, 2),
        pick(SEGMENTS),
        random.nextInt(10) == 0 ? "" : "came in the demo");
  }

  Row.Order order(long key, long customer) {
    return new Row.Order(
        key,
        customer,
        "O",
        BigDecimal.valueOf(100_000L + random.nextInt(50_000_000), 2),
        FIRST_DAY.plusDays(random.nextInt(DAYS)),
        pick(PRIORITIES),
        clerk(),
        "placed in the demo");
  }

  String clerk() {
    return String.format(Locale.ROOT, "Clerk#%09d", 1 + random.nextInt(1_000));
  }

  /** Between one cent and ten thousand, up or down. */
  BigDecimal amount() {
    return BigDecimal.valueOf(random.nextInt(1_000_000) - 500_000L, 2);
  }

  private int three() {
    return random.nextInt(1_000);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
