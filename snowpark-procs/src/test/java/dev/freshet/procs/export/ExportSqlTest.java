package dev.freshet.procs.export;

import dev.freshet.contract.Contract;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.Examples;
import dev.freshet.procs.Golden;
import dev.freshet.procs.shape.AsOf;
import dev.freshet.procs.shape.Chunk;
import dev.freshet.procs.shape.ChunkKind;
import dev.freshet.procs.shape.KeyRange;
import dev.freshet.procs.shape.Memory;
import dev.freshet.procs.shape.Shape;
import dev.freshet.procs.sql.ContractSchema;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportSqlTest {

  @ParameterizedTest
  @ValueSource(strings = {"customer_balance_changed", "order_placed", "order_status_changed"})
  void statementsThatMoveRowsAreAsAgreed(String fact) throws IOException {
    Contract contract = Examples.contract(fact);
    ContractSchema schema = Examples.schema(contract);
    Shape shape = new Shape(contract, schema.sourceStream());
    Memory memory = new Memory(schema.keys(), schema.app().openRejections(), 12);
    String folder = StageLayout.dataFolder(contract.id(), 7, 12);

    String statements =
        String.join(
            ";\n\n",
            new Destinations(schema, contract).ofChanges(shape.facts(7, "run", memory)),
            shape.counts(memory),
            Unload.copy(schema, contract, 7, folder, new Layout.Mixed()),
            Unload.copy(schema, contract, 7, folder, new Layout.Sorted()),
            Unload.copy(schema, contract, 7, folder, new Layout.ByLane()),
            Unload.copy(schema, contract, 7, folder, new Layout.ByBucket(24)));

    Golden.requireSame(fact + "-export.sql", statements + ";\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order_placed", "order_status_changed"})
  void statementsOfASnapshotAreAsAgreed(String fact) throws IOException {
    Golden.requireSame(fact + "-snapshot.sql", chunk(fact, ChunkKind.EVERYTHING));
  }

  @Test
  void statementsOfARebaselineAreAsAgreed() throws IOException {
    Golden.requireSame(
        "order_status_changed-rebaseline.sql", chunk("order_status_changed", ChunkKind.DIFFERENCE));
  }

  private static String chunk(String fact, ChunkKind kind) throws IOException {
    Contract contract = Examples.contract(fact);
    ContractSchema schema = Examples.schema(contract);
    Chunk chunk =
        new Chunk(
            new AsOf(contract, schema.sourceStream(), "2026-01-02T03:04:05.678+00:00"),
            kind,
            Optional.empty(),
            new Memory(schema.keys(), schema.app().openRejections(), 12));
    KeyRange range = new KeyRange(Optional.of("1"), Optional.of("2"));
    return String.join(
        ";\n\n",
        chunk.end(range.after(), 1000),
        chunk.counts(range),
        new Destinations(schema, contract).ofChanges(chunk.facts(range, 7, "run")) + ";\n");
  }
}
