package dev.freshet.cli.sql;

import dev.freshet.cli.CommandException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an account; where none is given, the commands may know another one. */
public final class AccountOptions {
  @Option(
      names = "--url",
      paramLabel = "JDBC_URL",
      defaultValue = "${env:FRESHET_SNOWFLAKE_URL}",
      description =
          "The account: jdbc:snowflake://ACCOUNT.snowflakecomputing.com. FRESHET_SNOWFLAKE_URL.")
  private @Nullable String url;

  @Option(
      names = "--user",
      defaultValue = "${env:FRESHET_SNOWFLAKE_USER}",
      description = "The user. FRESHET_SNOWFLAKE_USER.")
  private @Nullable String user;

  @Option(
      names = "--role",
      defaultValue = "${env:FRESHET_SNOWFLAKE_ROLE}",
      description = "The role. FRESHET_SNOWFLAKE_ROLE.")
  private @Nullable String role;

  @Option(
      names = "--warehouse",
      defaultValue = "${env:FRESHET_SNOWFLAKE_WAREHOUSE}",
      description = "The warehouse. FRESHET_SNOWFLAKE_WAREHOUSE.")
  private @Nullable String warehouse;

  @Option(
      names = "--password-file",
      defaultValue = "${env:FRESHET_SNOWFLAKE_PASSWORD_FILE}",
      description = "A file with the password or access token. FRESHET_SNOWFLAKE_PASSWORD_FILE.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--private-key-file",
      defaultValue = "${env:FRESHET_SNOWFLAKE_PRIVATE_KEY_FILE}",
      description = "A file with the private key (PEM). FRESHET_SNOWFLAKE_PRIVATE_KEY_FILE.")
  private @Nullable Path privateKeyFile;

  /** The warehouse given, if any. */
  public Optional<String> warehouse() {
    return Optional.ofNullable(warehouse);
  }

  /** The account the options name; otherwise the one of the environment the command runs in. */
  public Account account(AccountDefault otherwise) {
    if (url == null) {
      return otherwise.account();
    }
    if (user == null) {
      throw new CommandException("--url is given without --user.");
    }
    return new Account(
        url, user, Optional.ofNullable(role), Optional.ofNullable(warehouse), secret());
  }

  private Optional<Account.Secret> secret() {
    if (passwordFile != null && privateKeyFile != null) {
      throw new CommandException("Give --password-file or --private-key-file, not both.");
    }
    if (privateKeyFile != null) {
      return Optional.of(new Account.Secret.PrivateKeyFile(privateKeyFile));
    }
    return Optional.ofNullable(passwordFile).map(Account.Secret.PasswordFile::new);
  }
}
