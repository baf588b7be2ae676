package dev.freshet.contract;

import java.util.Optional;

/**
 * Whom to call.
 *
 * @param team the team's name
 * @param support where the team answers (a URL, an address, a channel), if given
 */
public record Owner(String team, Optional<String> support) {
  @Override
  public String toString() {
    return support.map(s -> team + " (" + s + ")").orElse(team);
  }
}
