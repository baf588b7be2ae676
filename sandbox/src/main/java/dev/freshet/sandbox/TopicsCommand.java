package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.cli.contract.ContractFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code freshet topics}: what operators do for a contract of one's own in the sandbox. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the topics of a contract in the sandbox's Kafka: its own and <contract>.staging, for"
          + " rehearsals. May be run again.",
      "Elsewhere operators make them; neither the bridge nor promote does."
    })
public final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An ODCS file, one fact.")
  private Path file;

  @Option(
      names = "--bootstrap-servers",
      description = "The Kafka cluster. Default: that of the running sandbox.")
  private @Nullable String bootstrapServers;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public TopicsCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    List<NewTopic> topics = Topics.of(ContractFile.read(file).contract());
    String servers =
        bootstrapServers != null
            ? bootstrapServers
            : Addresses.ofRunning(Home.find()).bootstrapServers();
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
      for (NewTopic topic : topics) {
        String outcome = make(admin, topic) ? "made " : "is there already: ";
        spec.commandLine().getOut().println(outcome + topic.name());
      }
    }
    return 0;
  }

  private static boolean make(Admin admin, NewTopic topic) throws InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw CommandFailed.failed(
          "Making the topic " + topic.name() + " failed: " + e.getCause(), e);
    }
  }
}
