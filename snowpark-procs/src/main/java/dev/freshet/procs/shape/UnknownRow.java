package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import dev.freshet.procs.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * What stands in KEYS for the id of a row that holds a key and does not tell its id: one that was
 * published as it stands in the source. It is told by its value instead: the before-image of its
 * first change is the value last published.
 *
 * <p>The text names the fields and the condition it was published under, as {@code ?fields.where}
 * in hexadecimal; ids never begin with a question mark. Under the same condition only an admitted
 * row can be it. Under other fields values cannot be compared, and any admitted row is taken for
 * it; so too for {@link KnownKeys#UNKNOWN_ROW}, of a row that was set aside.
 */
record UnknownRow(Contract contract) {
  /** The text, as an expression. */
  String text() {
    return Sql.literal(fields() + "." + hash(contract.where().orElse("")));
  }

  /**
   * Whether a before-image is that row, as a condition on {@code __known_row}.
   *
   * @param same whether the image shows the value last published
   */
  String isLeft(String same) {
    return "(LEFT(\"__known_row\", 1) = '?' AND CASE WHEN \"__known_row\" = "
        + text()
        + " THEN \"__admitted\" AND "
        + same
        + " WHEN LEFT(\"__known_row\", "
        + (fields().length() + 1)
        + ") = "
        + Sql.literal(fields() + ".")
        + " THEN "
        + same
        + " ELSE \"__admitted\" END)";
  }

  private String fields() {
    return "?"
        + hash(
            contract.zone()
                + contract.fields().stream()
                    .map((Field f) -> " " + f.name() + " " + f.type() + " " + new FieldSql(f).source())
                    .collect(Collectors.joining()));
  }

  private static String hash(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
