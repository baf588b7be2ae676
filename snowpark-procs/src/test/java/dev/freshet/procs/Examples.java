package dev.freshet.procs;

import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.ContractSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contracts of sql/contracts, as tests see them. */
public final class Examples {
  public static final AppSchema APP = new AppSchema("FRESHET", "APP");

  private static final Path FOLDER = Path.of("..", "sql", "contracts");

  private Examples() {}

  public static String text(String fact) throws IOException {
    return Files.readString(FOLDER.resolve(fact + ".odcs.yaml"));
  }

  public static Contract contract(String fact) throws IOException {
    return ContractReader.read(fact, text(fact));
  }

  public static ContractSchema schema(Contract contract) {
    return new ContractSchema(APP, contract.id());
  }
}
