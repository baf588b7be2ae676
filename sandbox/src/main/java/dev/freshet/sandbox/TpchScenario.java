package dev.freshet.sandbox;

import dev.freshet.cli.command.CommandFailed;
import dev.freshet.contract.Contract;
import dev.freshet.contract.odcs.ContractReader;
import dev.freshet.sandbox.check.CheckedContract;
import dev.freshet.sandbox.check.SetAside;
import dev.freshet.sandbox.demo.BadRows;
import dev.freshet.sandbox.demo.DemoShop;
import dev.freshet.sandbox.demo.Proposal;
import dev.freshet.sandbox.demo.Proposals;
import dev.freshet.sandbox.demo.TpchSample;
import dev.freshet.sandbox.demo.Workload;
import dev.freshet.sandbox.snowflake.EmbeddedSnowflake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The TPC-H customers and orders, under the three contracts of {@code sql/contracts}. */
final class TpchScenario implements Scenario {
  private static final int ROUNDS = 6;
  private static final int BAD_ROUND = 2;

  private final Path contractFolder;
  private final TpchSample sample;
  private final Workload workload;
  private final long seed;

  TpchScenario(Path home, TpchSample sample, long seed) {
    this.contractFolder = home.resolve("sql").resolve("contracts");
    this.sample = sample;
    this.seed = seed;
    this.workload = new Workload(seed, sample.orderCount());
  }

  @Override
  public List<ContractText> contracts() throws IOException {
    List<ContractText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(contractFolder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".odcs.yaml")).sorted().toList()) {
        texts.add(new ContractText(file.getFileName().toString(), Files.readString(file)));
      }
    }
    if (texts.isEmpty()) {
      throw CommandFailed.usage("There is no contract in " + contractFolder + ".");
    }
    return texts;
  }

  @Override
  public String name() {
    return "TPC-H, with " + sample.orderCount() + " orders";
  }

  @Override
  public void create(Connection connection, EmbeddedSnowflake snowflake) throws SQLException {
    SampleData.load(connection, snowflake, sample);
    DemoShop shop = new DemoShop(connection, sample);
    shop.create();
    shop.watchOrders();
  }

  @Override
  public List<Proposal> proposals() throws IOException {
    for (ContractText text : contracts()) {
      if (text.name().startsWith("order_status_changed.")) {
        return new Proposals(text.text()).all();
      }
    }
    return List.of();
  }

  @Override
  public void load(Connection connection) throws SQLException {
    new DemoShop(connection, sample).load();
  }

  @Override
  public int rounds() {
    return ROUNDS;
  }

  @Override
  public void change(Connection connection, int round) throws SQLException {
    DemoShop shop = new DemoShop(connection, sample);
    shop.apply(workload.round(round));
    if (round == BAD_ROUND) {
      shop.apply(BadRows.planted(seed));
    }
  }

  @Override
  public List<CheckedContract> checked() throws IOException {
    List<CheckedContract> checked = new ArrayList<>();
    for (ContractText text : contracts()) {
      Contract contract = ContractReader.read(text.name(), text.text());
      String truth =
          contract.kind() == Contract.Kind.STATE
              ? contract.source().toString()
              : DemoShop.ORDERS_INSERTED;
      checked.add(new CheckedContract(contract, truth, setAside(contract)));
    }
    return checked;
  }

  private static List<SetAside> setAside(Contract contract) {
    return BadRows.all().stream()
        .filter(bad -> bad.contract().equals(contract.id().toString()))
        .map(bad -> new SetAside(bad.rule(), bad.table().key(), Long.toString(bad.key())))
        .toList();
  }

  @Override
  public List<String> commands() {
    return List.of(
        "Change a row, and see its record some seconds later:",
        "  ./freshet sql \"UPDATE SHOP.CORE.CUSTOMER SET C_ACCTBAL = C_ACCTBAL + 1 WHERE C_CUSTKEY = 7\"",
        "  ./freshet consume shop.customer_balance_changed.v1 --key 7",
        "Insert a row with a key that is taken; it is set aside, the others go on:",
        "  ./freshet sql \"INSERT INTO SHOP.CORE.CUSTOMER SELECT * FROM SHOP.CORE.CUSTOMER WHERE C_CUSTKEY = 7\"",
        "  ./freshet sql \"SELECT * FROM FRESHET.APP.OPEN_REJECTIONS\"",
        "Look at a manifest:",
        "  ./freshet sql \"SELECT \\$1 FROM @FRESHET.APP.STAGE/manifests/shop.order_placed.v1/00000000000000000001.json (FILE_FORMAT => 'FRESHET.APP.TEXT')\"",
        "Follow a topic:",
        "  ./freshet consume shop.order_status_changed.v1 --follow");
  }
}
