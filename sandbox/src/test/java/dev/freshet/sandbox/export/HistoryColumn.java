package dev.freshet.sandbox.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A kind of column of a random table: what the source declares, what the contract promises, values
 * for it (a few that do not fit among them), and a value's text in a part, told by the documents
 * and not by the procedures' SQL.
 */
enum HistoryColumn {
  WHOLE("NUMBER(38,0)", "NUMBER(9,0)", "12345678901") {
    @Override
    String literal(Random random) {
      return Integer.toString(1 + random.nextInt(7));
    }

    @Override
    Optional<String> carried(String raw) {
      return decimal(raw, 9, 0);
    }
  },
  AMOUNT("NUMBER(14,4)", "NUMBER(12,2)", "0.1234") {
    @Override
    String literal(Random random) {
      return random.nextInt(100) + "." + random.nextInt(10);
    }

    @Override
    Optional<String> carried(String raw) {
      return decimal(raw, 12, 2);
    }
  },
  TEXT("VARCHAR(20)", "VARCHAR(6)", "'far too long'") {
    private final List<String> values = List.of("", "a", "b|c", "é", "ß:1", "long", "%", "N");

    @Override
    String literal(Random random) {
      return "'" + values.get(random.nextInt(8)) + "'";
    }

    @Override
    Optional<String> carried(String raw) {
      return raw.length() > 6 ? Optional.empty() : Optional.of(raw);
    }
  },
  DAY("DATE", "DATE", "NULL::DATE") {
    @Override
    String literal(Random random) {
      return "'19" + (65 + random.nextInt(10)) + "-02-28'::DATE";
    }

    @Override
    Optional<String> carried(String raw) {
      return Optional.of(Long.toString(LocalDate.parse(raw).toEpochDay()));
    }
  },
  FLAG("BOOLEAN", "BOOLEAN", "NULL::BOOLEAN") {
    @Override
    String literal(Random random) {
      return random.nextBoolean() ? "TRUE" : "FALSE";
    }

    @Override
    Optional<String> carried(String raw) {
      return Optional.of(raw.toLowerCase(java.util.Locale.ROOT));
    }
  },
  REAL("FLOAT", "FLOAT", "NULL::FLOAT") {
    private final List<String> values = List.of("0.1", "0.25", "-3.5", "1e3");

    @Override
    String literal(Random random) {
      return values.get(random.nextInt(4)) + "::FLOAT";
    }

    @Override
    Optional<String> carried(String raw) {
      return Optional.of(Double.toString(Double.parseDouble(raw)));
    }
  },
  TIME_OF("TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)", "NULL::TIMESTAMP_NTZ") {
    @Override
    String literal(Random random) {
      return "'2026-03-0"
          + (1 + random.nextInt(9))
          + " 10:00:00.00000000"
          + random.nextInt(10)
          + "'::TIMESTAMP_NTZ";
    }

    @Override
    String text(String name) {
      return "TO_VARCHAR(" + name + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9')";
    }

    @Override
    Optional<String> carried(String raw) {
      LocalDateTime time = LocalDateTime.parse(raw);
      return Optional.of(
          time.toEpochSecond(ZoneOffset.UTC) + String.format("%09d", time.getNano()));
    }
  };

  final String sourceType;
  final String type;

  /** A value that the promised type cannot hold, if the source's can hold one; else NULL. */
  final String misfit;

  HistoryColumn(String sourceType, String type, String misfit) {
    this.sourceType = sourceType;
    this.type = type;
    this.misfit = misfit;
  }

  /** A random value that fits, as SQL; never NULL. */
  abstract String literal(Random random);

  /** Its text in a part; empty if the promised type cannot hold it. */
  abstract Optional<String> carried(String raw);

  /** Selects the raw text. */
  String text(String name) {
    return "TO_VARCHAR(" + name + ")";
  }

  /** A text that a part shows, in one form: what reads the part writes FLOAT in its own. */
  static @Nullable String shown(HistoryColumn kind, @Nullable String value) {
    return kind == REAL && value != null ? Double.toString(Double.parseDouble(value)) : value;
  }

  private static Optional<String> decimal(String raw, int precision, int scale) {
    BigDecimal value = new BigDecimal(raw);
    boolean fits =
        value.stripTrailingZeros().scale() <= scale
            && value.precision() - value.scale() <= precision - scale;
    return fits ? Optional.of(value.setScale(scale).toPlainString()) : Optional.empty();
  }
}
