package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.sandbox.services.EmbeddedKafka;
import dev.freshet.sandbox.services.KafkaPorts;
import dev.freshet.sandbox.services.registry.EmbeddedRegistry;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import dev.freshet.sandbox.snowflake.procedure.Procedures;
import dev.freshet.sandbox.snowflake.stage.S3Access;
import dev.freshet.sandbox.snowflake.stage.Stages;
import dev.freshet.sandbox.snowflake.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Everything embedded, started side by side. */
record Parts(
    Cloud cloud,
    EmbeddedKafka kafka,
    EmbeddedRegistry registry,
    EmbeddedSnowflake snowflake,
    Stages stages,
    Procedures procedures,
    Tasks tasks)
    implements AutoCloseable {

  /** Tasks run five times as often as in Snowflake, so that a run takes seconds. */
  private static final double TASK_PACE = 0.2;

  static Parts start(Workspace workspace, SandboxOptions.Ports ports) {
    CompletableFuture<EmbeddedKafka> kafka =
        CompletableFuture.supplyAsync(wrapped(() -> kafka(workspace, ports.kafka())));
    try {
      EmbeddedRegistry registry = EmbeddedRegistry.start();
      Cloud cloud = Cloud.start(workspace);
      Stages stages = Stages.over(access(cloud), workspace.folder("stages"));
      Procedures procedures =
          Procedures.with(
              workspace.home().resolve("sandbox/snowpark-runner/target/lib"),
              workspace.folder("procedures"));
      Tasks tasks = Tasks.atPace(TASK_PACE);
      EmbeddedSnowflake snowflake =
          EmbeddedSnowflake.builder()
              .memoryLimit("256MB")
              .temporaryFiles(workspace.folder("duckdb"))
              .port(ports.snowflake())
              .with(stages)
              .with(procedures)
              .with(tasks)
              .start();
      return new Parts(cloud, kafka.join(), registry, snowflake, stages, procedures, tasks);
    } catch (CompletionException | IOException | IllegalStateException e) {
      throw failure(e);
    }
  }

  private static CommandFailed failure(Exception e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return CommandFailed.usage("Starting the sandbox failed: " + cause.getMessage(), cause);
  }

  private static EmbeddedKafka kafka(Workspace workspace, int port) throws IOException {
    Path folder = workspace.folder("kafka");
    return port == 0
        ? EmbeddedKafka.start(folder)
        : EmbeddedKafka.start(folder, KafkaPorts.withClientsAt(port));
  }

  private static S3Access access(Cloud cloud) {
    return new S3Access(
        cloud.s3().endpoint(),
        "us-east-1",
        cloud.s3().accessKey().id(),
        cloud.s3().accessKey().secret());
  }

  /** A part that starts or fails with an exception of its own. */
  interface Start<T> {
    T start() throws IOException;
  }

  private static <T> Supplier<T> wrapped(Start<T> start) {
    return () -> {
      try {
        return start.start();
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    };
  }

  @Override
  public void close() throws IOException {
    tasks.close();
    snowflake.close();
    procedures.close();
    stages.close();
    kafka.close();
    registry.close();
    cloud.close();
  }
}
