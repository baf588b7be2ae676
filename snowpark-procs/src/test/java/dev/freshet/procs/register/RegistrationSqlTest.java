package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.procs.Examples;
import dev.freshet.procs.Golden;
import dev.freshet.procs.home.Place;
import dev.freshet.procs.home.Settings;
import dev.freshet.procs.source.SourceKind;
import dev.freshet.procs.sql.ContractSchema;
import dev.freshet.procs.task.Tasks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationSqlTest {

  @ParameterizedTest
  @ValueSource(strings = {"customer_balance_changed", "order_placed", "order_status_changed"})
  void statementsOfARegistrationAreAsAgreed(String fact) throws IOException {
    Contract contract = Examples.contract(fact);
    ContractSchema schema = Examples.schema(contract);
    HeadStart head = new HeadStart(contract, schema);

    List<String> statements =
        new ArrayList<>(new ContractTables(contract, schema, SourceKind.TABLE).statements());
    statements.add(head.insert(new Place("ACCOUNT", "FRESHET", schema.name(), "s3://b/p/")));
    statements.add(task(contract, schema, Optional.of("TASKS"), Optional.of("ALERTS")));
    statements.add(task(contract, schema, Optional.empty(), Optional.empty()));

    Golden.requireSame(fact + "-registration.sql", String.join(";\n\n", statements) + ";\n");
  }

  private static String task(
      Contract contract,
      ContractSchema schema,
      Optional<String> warehouse,
      Optional<String> integration) {
    return Tasks.create(
        contract,
        schema,
        new Settings(
            warehouse, Duration.ofMinutes(1), integration, 1000, 1_000_000, 2_000_000, 1_000_000));
  }
}
