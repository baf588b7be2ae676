package dev.freshet.contract.avro;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.Field;
import java.util.regex.Pattern;

/** The names a contract's schemas use, and what Avro takes for a name. */
public final class AvroNames {
  /** Avro's rule for names, which enum symbols follow too (specification, "Names", "Enums"). */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private AvroNames() {}

  /** Whether Avro takes the text for the name of a field or for a symbol. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The namespace of a contract's schemas: its domain. */
  static String namespace(ContractId id) {
    return id.domain();
  }

  /** The record of the value. */
  static String value(ContractId id) {
    return id.fact() + "_v" + id.major();
  }

  static String key(ContractId id) {
    return value(id) + "_key";
  }

  /** The enum of a field; Avro wants a name of its own for each. */
  static String symbols(ContractId id, Field field) {
    return value(id) + "_" + field.name() + "_enum";
  }
}
