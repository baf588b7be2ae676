package dev.freshet.sandbox.export;

import dev.freshet.contract.mistake.Catalogue;
import java.util.Arrays;

/** The catalogue's contract and source, and copies of both under other names. */
final class Parcels {
  private static final String TABLE = "SHOP.CORE.PARCEL";

  private Parcels() {}

  /** The statements that make the source. */
  static String[] source() {
    return Arrays.stream(Catalogue.source().split(";"))
        .filter(sql -> !sql.isBlank())
        .toArray(String[]::new);
  }

  /**
   * A copy in force, over a table of its own.
   *
   * @param properties more lines of the contract's properties
   */
  static Fact copy(ExportAccount account, String name, String properties) throws Exception {
    String text =
        Catalogue.before()
            .replace("parcel_moved", name)
            .replace("parcels", "shop")
            .replace("    properties:\n", properties + "    properties:\n");
    Fact fact = new Fact(account, name, text);
    account.execute(source()[0].replace(TABLE, fact.table()));
    Fact registered = new Fact(account, name, text.replace(TABLE, fact.table()));
    account.registerText(registered.contractText());
    return registered;
  }
}
