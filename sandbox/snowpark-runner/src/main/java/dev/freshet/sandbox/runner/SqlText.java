package dev.freshet.sandbox.runner;

import com.snowflake.snowpark_java.types.Variant;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQL values as text, to and from the Java types a handler may use: the part of Snowflake's mapping
 * (developer-guide/udf-stored-procedure-data-type-mapping) that covers VARCHAR, NUMBER, FLOAT,
 * BOOLEAN and VARIANT. Other Java types are refused.
 */
final class SqlText {

  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(long.class, Long::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(int.class, Integer::valueOf),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(short.class, Short::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(double.class, Double::valueOf),
          Map.entry(Double.class, Double::valueOf),
          Map.entry(float.class, Float::valueOf),
          Map.entry(Float.class, Float::valueOf),
          Map.entry(boolean.class, Boolean::valueOf),
          Map.entry(Boolean.class, Boolean::valueOf),
          Map.entry(Variant.class, Variant::new));

  private SqlText() {}

  /**
   * @param where the argument, for the message
   * @throws IllegalArgumentException if the type is none of the mapping's, or cannot hold the value
   */
  static @Nullable Object parse(@Nullable String text, Class<?> type, String where) {
    Function<String, Object> parser = PARSERS.get(type);
    if (parser == null) {
      throw new IllegalArgumentException(
          where + ": Java type " + type.getName() + " is not supported");
    }
    if (text == null) {
      if (type.isPrimitive()) {
        throw new IllegalArgumentException(
            where + ": NULL does not fit the primitive type " + type.getName());
      }
      return null;
    }
    return parser.apply(text);
  }

  /** The text of what a handler returned. */
  static @Nullable String of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Variant variant) {
      return variant.asJsonString();
    }
    if (PARSERS.containsKey(value.getClass())) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "the handler returned a " + value.getClass().getName() + ", which is not supported");
  }
}
