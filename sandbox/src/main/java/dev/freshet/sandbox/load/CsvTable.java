package dev.freshet.sandbox.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.freshet.cli.command.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file (RFC 4180, with a header line) read as a table: types are the narrowest that hold all
 * values; an empty value is null.
 *
 * @param name the file's name as a table's: lower-case words joined by underscores
 * @param columns in the file's order
 * @param key the index of the key column
 * @param rows the values as text, each row as long as the columns; empty text is null
 */
public record CsvTable(String name, List<CsvColumn> columns, int key, List<List<String>> rows) {

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @param keyColumn its key column, as the header spells it or in any case
   * @throws CommandFailed if it cannot be read, or the key is missing or not unique
   */
  public static CsvTable read(Path file, String keyColumn) {
    List<List<String>> lines = lines(file);
    if (lines.size() < 2) {
      throw CommandFailed.usage(file + " has no header line, or no rows below it.");
    }
    List<String> header = names(file, lines.get(0));
    List<List<String>> rows = lines.subList(1, lines.size());
    requireWidth(file, header.size(), rows);
    int key = header.indexOf(word(keyColumn));
    if (key < 0) {
      throw CommandFailed.usage(file + " has no column '" + keyColumn + "'. Columns: " + header);
    }
    requireKey(file, header.get(key), key, rows);
    List<CsvColumn> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      columns.add(CsvColumn.of(header.get(i), rows.stream().map(r -> r.get(column)).toList()));
    }
    return new CsvTable(tableName(file), columns, key, rows);
  }

  private static List<List<String>> lines(Path file) {
    try (MappingIterator<List<String>> lines =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .readValues(Files.newBufferedReader(file))) {
      return lines.readAll();
    } catch (JsonProcessingException e) {
      throw CommandFailed.usage(
          file + " is not readable as CSV, near line " + e.getLocation().getLineNr() + ".", e);
    } catch (IOException e) {
      throw CommandFailed.usage("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static List<String> names(Path file, List<String> header) {
    List<String> names = header.stream().map(CsvTable::word).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw CommandFailed.usage(file + " has two columns named '" + name + "'.");
      }
    }
    return names;
  }

  private static void requireWidth(Path file, int width, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != width) {
        throw CommandFailed.usage(
            file
                + ": row "
                + (i + 1)
                + " has "
                + rows.get(i).size()
                + " values, not "
                + width
                + ".");
      }
    }
  }

  private static void requireKey(Path file, String name, int key, List<List<String>> rows) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String value = rows.get(i).get(key);
      if (value.isEmpty()) {
        throw CommandFailed.usage(file + ": row " + (i + 1) + " has no value for the key " + name);
      }
      Integer before = seen.put(value, i);
      if (before != null) {
        throw CommandFailed.usage(
            file
                + ": rows "
                + (before + 1)
                + " and "
                + (i + 1)
                + " share a key; "
                + name
                + " must be unique.");
      }
    }
  }

  private static String tableName(Path file) {
    String base = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return word(base);
  }

  /** Any text as lower-case words joined by single underscores, beginning with a letter. */
  private static String word(String text) {
    String word =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    return word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "c_" + word : word;
  }
}
