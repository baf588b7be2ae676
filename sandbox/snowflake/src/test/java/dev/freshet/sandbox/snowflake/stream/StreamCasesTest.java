package dev.freshet.sandbox.snowflake.stream;

import dev.freshet.sandbox.snowflake.account.Account;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of streams, over JDBC. */
class StreamCasesTest {

  private static Account account;
  private static StreamCaseRunner runner;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    account = Account.in(directory);
    runner = new StreamCaseRunner(account);
  }

  @AfterAll
  static void stop() throws Exception {
    runner.close();
    account.close();
  }

  @ParameterizedTest
  @MethodSource
  void streamsDoWhatTheDocumentationSays(StreamCase streamCase) throws Exception {
    runner.play(streamCase.script());
  }

  static Stream<StreamCase> streamsDoWhatTheDocumentationSays() {
    return Stream.of(
            ChangeCases.ALL, OffsetCases.ALL, ObjectCases.ALL, ViewCases.ALL, DynamicTableCases.ALL)
        .flatMap(List::stream);
  }
}
