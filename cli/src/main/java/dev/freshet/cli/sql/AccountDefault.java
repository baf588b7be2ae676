package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;

/** The account to use where no option names one. */
@FunctionalInterface
public interface AccountDefault {
  /** There is none: the options must name it. */
  AccountDefault NONE =
      () -> {
        throw new CommandException(
            "No account is named. Give --url and --user, or set FRESHET_SNOWFLAKE_URL and"
                + " FRESHET_SNOWFLAKE_USER.");
      };

  /**
   * The account.
   *
   * @throws CommandException if there is none
   */
  Account account();
}
