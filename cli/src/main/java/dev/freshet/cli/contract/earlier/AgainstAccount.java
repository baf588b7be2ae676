package dev.freshet.cli.contract.earlier;

import dev.freshet.contract.Contract;
import java.nio.file.Path;
import java.util.List;

/** All versions registered in Snowflake, whatever their state: a staged one may be promoted. */
record AgainstAccount(RegisteredTexts account) implements Against {

  @Override
  public Earlier earlierThan(Path file, Contract next) {
    Texts texts = new Texts("the account");
    account.of(next.id()).forEach(texts::add);
    return texts.versions().isEmpty()
        ? new Earlier(
            List.of(), texts.notes("the account has no version of " + next.id() + " registered"))
        : new Earlier(texts.versions(), texts.notes());
  }
}
