package dev.freshet.bridge.notice;

import dev.freshet.bridge.stage.StageUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes notices for ever and has the sweep look where they point. */
public final class NoticeLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Notices notices;
  private final Sweep sweep;
  private final Bell stopped = new Bell();
  private volatile boolean over;

  public NoticeLoop(Notices notices, Sweep sweep) {
    this.notices = notices;
    this.sweep = sweep;
  }

  /** Ends the thread once the poll in hand is over. */
  public void stop() {
    over = true;
    stopped.ring();
  }

  @Override
  public void run() {
    try {
      while (!over) {
        takeSome();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Notice notice) {
    if (notice instanceof Notice.OfManifest manifest) {
      sweep.look(manifest.contract());
    } else {
      sweep.lookAtReplays();
    }
  }

  private void takeSome() throws InterruptedException {
    try {
      notices.take(taken -> taken.forEach(this::follow));
    } catch (StageUnavailableException e) {
      if (!over) {
        LOG.warn("no notices, the sweep goes on without: {}", e.getMessage());
        stopped.await(0, PAUSE);
      }
    }
  }
}
