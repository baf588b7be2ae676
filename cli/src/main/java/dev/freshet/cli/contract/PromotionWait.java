package dev.freshet.cli.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.ContractId;
import dev.freshet.contract.Version;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Calls PROMOTE_CONTRACT until it answers active or refused: a rehearsal takes as long as the
 * bridge needs to publish and read back.
 *
 * @param every how long to wait between two calls
 * @param atMost how long to go on
 */
public record PromotionWait(Duration every, Duration atMost) {

  /**
   * Waits.
   *
   * @param progress is told each answer that settles nothing
   * @return the answer that does
   * @throws CommandFailed if the time is up; what was begun goes on, and a later call finds it
   */
  public Answer promote(
      ContractProcedures procedures,
      ContractId contract,
      Version version,
      ObjectNode options,
      Consumer<Answer> progress) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Answer answer = procedures.promote(contract, version, options);
      if (!answer.state().equals("rehearsing")) {
        return answer;
      }
      progress.accept(answer);
      if (System.nanoTime() > deadline) {
        throw CommandFailed.failed(
            "Promoting "
                + contract
                + " "
                + version
                + ": no receipt of the rehearsal after "
                + atMost.toSeconds()
                + " seconds. Is a bridge running, and is there a topic "
                + contract
                + ".staging? The promotion goes on where it is when this is called again");
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(every.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.failed("Interrupted; promote again to go on", e);
    }
  }
}
