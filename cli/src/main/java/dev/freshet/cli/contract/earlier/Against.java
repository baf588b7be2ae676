package dev.freshet.cli.contract.earlier;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import java.nio.file.Path;

/** A place that holds earlier versions of a contract: what {@code --against} names. */
public sealed interface Against permits AgainstFile, AgainstGit, AgainstAccount {
  String FORMS = "file:FILE, git:REF or account:";

  /**
   * Finds the versions that consumers may rely on already.
   *
   * @param file the contract's file as it is now, which may not be sound itself
   * @param next what the file says now
   * @throws CommandFailed with the exit code for usage, if the place cannot be read: an answer
   *     without it would promise too much
   */
  Earlier earlierThan(Path file, Contract next);

  /**
   * Reads what the command line says.
   *
   * @param account reached only by {@code account:}
   * @throws CommandFailed if it is none of the three forms
   */
  static Against parse(String text, RegisteredTexts account) {
    if (text.startsWith("file:") && text.length() > "file:".length()) {
      return new AgainstFile(Path.of(text.substring("file:".length())));
    }
    if (text.startsWith("git:") && text.length() > "git:".length()) {
      return new AgainstGit(text.substring("git:".length()));
    }
    if (text.equals("account:")) {
      return new AgainstAccount(account);
    }
    throw CommandFailed.usage("--against must be " + FORMS + ", found '" + text + "'");
  }
}
