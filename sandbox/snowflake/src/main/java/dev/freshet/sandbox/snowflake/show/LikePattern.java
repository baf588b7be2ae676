package dev.freshet.sandbox.snowflake.show;

import java.util.regex.Pattern;

/**
 * The pattern behind SHOW … LIKE: case-insensitive, with {@code %} and {@code _}; a backslash takes
 * the next character as it is.
 */
public record LikePattern(String text) {

  public boolean matches(String name) {
    return Pattern.compile(regex(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(name)
        .matches();
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        regex.append(Pattern.quote(String.valueOf(text.charAt(++i))));
      } else if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
