package dev.freshet.bridge.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.bridge.stage.ReplayName;
import dev.freshet.contract.Contract;
import dev.freshet.contract.ReplayId;
import dev.freshet.contract.manifest.Manifest;
import dev.freshet.contract.manifest.ManifestCodec;
import dev.freshet.contract.replay.RehearsalReceipt;
import dev.freshet.contract.replay.ReplayFailure;
import dev.freshet.contract.replay.ReplayRequest;
import dev.freshet.contract.replay.ReplayRequestCodec;
import dev.freshet.contract.stage.StageLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for a rehearsal as the export does, and looks at what became of it. */
public final class Rehearsal {
  private final World world;
  private final Exporter exporter;
  private final ReplayName name;
  private final List<ExpectedFact> facts = new ArrayList<>();

  /** One that is not asked for yet. */
  public Rehearsal(World world, Exporter exporter, String id) {
    this.world = world;
    this.exporter = exporter;
    this.name = new ReplayName(exporter.contract().id(), new ReplayId(id));
  }

  /** Creates the contract's staging topic. */
  public static void createTopic(World world, Contract contract, int partitions) throws Exception {
    world.createTopic(ReplayRequest.Staging.topic(contract.id()), partitions, Map.of());
  }

  public ReplayName name() {
    return name;
  }

  /** Writes the rows and the request; asking again writes the same request. */
  public ReplayRequest.Staging ask(String... parts) throws Exception {
    String folder = StageLayout.rehearsalFolder(name.contract(), name.id());
    List<Manifest.Part> written = new ArrayList<>();
    for (String query : parts) {
      Path file = exporter.file(query, 1);
      written.add(exporter.upload(folder, file, exporter.remember(facts, 1, file)));
    }
    ReplayRequest.Staging request =
        new ReplayRequest.Staging(
            name.id(),
            new ReplayRequest.Asked("a test", "somebody", Instant.now()),
            ManifestCodec.seal(manifest(written)));
    write(0, ReplayRequestCodec.write(request));
    return request;
  }

  private Manifest manifest(List<Manifest.Part> parts) {
    long rows = parts.stream().mapToLong(Manifest.Part::rows).sum();
    return new Manifest(
        name.contract(),
        exporter.contract().version(),
        1,
        Optional.empty(),
        Manifest.Kind.SNAPSHOT,
        Instant.now(),
        new Manifest.Source("ACC", exporter.contract().source().toString(), "S", List.of()),
        new Manifest.Rows(rows, 0, 0, 0, 0),
        Optional.empty(),
        1,
        1,
        parts);
  }

  /** Writes an object under {@code replays/}. */
  public void write(int number, String text) {
    exporter.put(StageLayout.replay(name.contract(), name.id(), number), text);
  }

  /** The facts asked for. */
  public List<ExpectedFact> facts() {
    return List.copyOf(facts);
  }

  public Optional<RehearsalReceipt> receipt() {
    return world.replayStage().receipt(name, 0).map(t -> RehearsalReceipt.read("receipt", t));
  }

  public Optional<ReplayFailure> failure() {
    return world.replayStage().failure(name).map(t -> ReplayFailure.read("failure", t));
  }

  /** Waits until it is over; returns its failure, if it failed. */
  public Optional<ReplayFailure> awaitEnd() throws InterruptedException {
    Await.until(name + " ends", () -> receipt().isPresent() || failure().isPresent());
    return failure();
  }

  /** Waits for the receipt; every fact of it stands once on the staging topic. */
  public void assertDone() throws InterruptedException {
    assertThat(awaitEnd()).isEmpty();
    RehearsalReceipt receipt = receipt().orElseThrow();
    assertThat(receipt.readBack()).isEqualTo(facts.size());
    assertThat(receipt.receipt().topic()).isEqualTo(topic());
    List<Guarantee> guarantees = Guarantee.all(facts);
    records().forEach(r -> guarantees.forEach(g -> g.watch(r)));
    assertThat(guarantees).allSatisfy(g -> assertThat(g.broken()).isEmpty());
  }

  private String topic() {
    return ReplayRequest.Staging.topic(name.contract());
  }

  /** What a consumer sees of it. */
  public List<Seen> records() {
    return new Topic(world, topic())
        .committed().stream()
            .filter(r -> name.id().text().equals(r.headers().get("freshet_replay")))
            .toList();
  }
}
