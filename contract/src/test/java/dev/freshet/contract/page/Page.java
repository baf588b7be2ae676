package dev.freshet.contract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of docs/ with a part printed from code, between two marks. The test fails when they
 * differ; with {@code -Dfreshet.print-pages=true} it prints the part instead.
 */
public record Page(String name) {
  private static final String BEGIN = "<!-- printed from code: begin -->\n";
  private static final String END = "<!-- printed from code: end -->";

  public void holds(String printed) {
    String page = text();
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END, begin);
    assertThat(end).as("docs/%s has the marks of its printed part", name).isPositive();
    if (Boolean.getBoolean("freshet.print-pages")) {
      write(page.substring(0, begin) + printed + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("docs/%s is out of date; print it with -Dfreshet.print-pages=true", name)
        .isEqualTo(printed);
  }

  private Path path() {
    return Path.of("..", "docs", name); // tests run in the module's directory
  }

  private String text() {
    try {
      return Files.readString(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(path(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
