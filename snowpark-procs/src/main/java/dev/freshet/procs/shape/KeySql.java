package dev.freshet.procs.shape;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Field;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of {@code KeyText} and {@code Lanes}, in SQL. */
final class KeySql {
  private KeySql() {}

  /** The key text from the promised values; NULL if any key field is. */
  static String text(Contract contract) {
    List<Field> key = contract.keyFields();
    if (key.size() == 1) {
      return canonical(key.get(0));
    }
    return key.stream()
        .map(KeySql::canonical)
        .map(text -> "OCTET_LENGTH(" + text + ") || ':' || " + text)
        .collect(Collectors.joining(" || "));
  }

  private static String canonical(Field field) {
    return CarrierSql.canonical(field.type(), new FieldSql(field).name());
  }

  /** The lane from a column that holds the key text. */
  static String lane(String keyText, int lanes) {
    return lanes == 1
        ? "0"
        : "MOD(TO_NUMBER(SUBSTR(MD5(" + keyText + "), 1, 8), 'XXXXXXXX'), " + lanes + ")";
  }
}
