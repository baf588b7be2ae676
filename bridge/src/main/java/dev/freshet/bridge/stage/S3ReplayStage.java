package dev.freshet.bridge.stage;

import dev.freshet.contract.stage.StageLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands on S3 of replays. */
public final class S3ReplayStage implements ReplayStage {
  private final S3Objects objects;

  public S3ReplayStage(S3Objects objects) {
    this.objects = objects;
  }

  @Override
  public List<StageLayout.ReplayKey> requests() {
    return objects.listed(StageLayout.REPLAYS, (key, etag) -> StageLayout.parseReplay(key));
  }

  @Override
  public Optional<String> request(StageLayout.ReplayKey key) {
    return objects.text(StageLayout.replay(key.contract(), key.id(), key.number()));
  }

  @Override
  public Told told(ReplayName name) {
    String folder = StageLayout.replayReceiptFolder(name.contract(), name.id());
    return new Told(name, Set.copyOf(objects.listed(folder, (key, etag) -> Optional.of(key))));
  }

  @Override
  public Optional<String> receipt(ReplayName name, int lane) {
    return objects.text(StageLayout.replayReceipt(name.contract(), name.id(), lane));
  }

  @Override
  public void putReceipt(ReplayName name, int lane, String text) {
    objects.put(StageLayout.replayReceipt(name.contract(), name.id(), lane), text);
  }

  @Override
  public Optional<String> failure(ReplayName name) {
    return objects.text(StageLayout.replayFailure(name.contract(), name.id()));
  }

  @Override
  public void putFailure(ReplayName name, String text) {
    objects.put(StageLayout.replayFailure(name.contract(), name.id()), text);
  }
}
