package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of {@code KeyText} and {@code Lanes}, in SQL. */
public final class KeySql {
  private KeySql() {}

  /** The key text from the promised values; NULL if any key field is. */
  static String text(Contract contract) {
    return text(contract, contract.keyFields());
  }

  /** The identity of an event, written as a key; NULL if any of its fields is. */
  static String identity(Contract contract) {
    return text(contract, contract.identity().stream().map(contract::field).toList());
  }

  private static String text(Contract contract, List<Field> fields) {
    CarrierSql carriers = new CarrierSql(contract.zone());
    if (fields.size() == 1) {
      return canonical(carriers, fields.get(0));
    }
    return fields.stream()
        .map(f -> canonical(carriers, f))
        .map(text -> "OCTET_LENGTH(" + text + ") || ':' || " + text)
        .collect(Collectors.joining(" || "));
  }

  private static String canonical(CarrierSql carriers, Field field) {
    return carriers.canonical(field.type(), new FieldSql(field).name());
  }

  /** The lane, or the bucket, from a column that holds the key text. */
  public static String lane(String keyText, int lanes) {
    return lanes == 1
        ? "0"
        : "MOD(TO_NUMBER(SUBSTR(MD5(" + keyText + "), 1, 8), 'XXXXXXXX'), " + lanes + ")";
  }
}
