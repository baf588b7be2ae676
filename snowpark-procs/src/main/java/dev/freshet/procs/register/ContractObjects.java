package dev.freshet.procs.register;

import dev.freshet.contract.Contract;
import dev.freshet.contract.Contract.KeyEncoding;
import dev.freshet.contract.Contract.ValueFormat;
import dev.freshet.contract.avro.AvroSchema;
import dev.freshet.contract.stage.StageLayout;
import dev.freshet.procs.home.ContractTexts;
import dev.freshet.procs.sql.AppSchema;
import dev.freshet.procs.sql.Sql;
import dev.freshet.procs.stage.StageObjects;
import dev.freshet.procs.warehouse.Warehouse;

/** What the stage has of a registered version: its text, and its schemas if records are in Avro. */
public final class ContractObjects {
  private final ContractTexts texts;
  private final StageObjects stage;

  public ContractObjects(Warehouse warehouse, AppSchema app) {
    this.texts = new ContractTexts(warehouse, app);
    this.stage = new StageObjects(warehouse, app);
  }

  /** Writes them; the same bytes however often. */
  public void publish(Contract contract) {
    stage.write(
        StageLayout.contractFile(contract.id(), contract.version()),
        texts.select("TEXT", contract.id(), contract.version()));
    if (contract.format() == ValueFormat.AVRO) {
      stage.write(
          StageLayout.valueSchema(contract.id(), contract.version()),
          "SELECT " + Sql.literal(AvroSchema.value(contract)));
    }
    if (contract.keyEncoding() == KeyEncoding.AVRO) {
      stage.write(
          StageLayout.keySchema(contract.id(), contract.version()),
          "SELECT " + Sql.literal(AvroSchema.key(contract)));
    }
  }
}
