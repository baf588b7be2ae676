package dev.freshet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandlerMessageTest {
  private static final String WRAPPED =
      "Uncaught exception in procedure FRESHET.APP_V1.RESUME_CONTRACT with handler"
          + " dev.freshet.procs.export.ResumeContract.run: ";

  @Test
  void theWordsOfTheProcedureAreLeft() {
    assertThat(HandlerMessage.of(WRAPPED + "dev.freshet.procs.export.ResumeRefused: it stands: no"))
        .isEqualTo("it stands: no");
  }

  @Test
  void aStackTraceAndAnOuterProcedureAreCutOff() {
    String inner =
        WRAPPED + "java.lang.IllegalStateException: raise the version\n\tat a.b.C(C.java)";

    assertThat(HandlerMessage.of(WRAPPED + "a.b.Refused: Snowflake refused: CALL: " + inner))
        .isEqualTo("raise the version");
  }

  @Test
  void anotherMessageStaysAsItIs() {
    assertThat(HandlerMessage.of("002140: Unknown function: X"))
        .isEqualTo("002140: Unknown function: X");
  }
}
