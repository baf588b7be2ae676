package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.KeyText;
import dev.freshet.contract.Lanes;
import dev.freshet.contract.manifest.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules of docs/formats.md, "How a value travels" and "Key text and lane", as SQL has them. */
@ExtendWith(SharedAccount.class)
class CarrierTest {

  @Test
  void everyTypeTravelsInItsCarrier(ExportAccount account) throws Exception {
    Fact fact = AllTypes.register(account);
    fact.change(AllTypes.INSERT);

    fact.export();

    List<String> row = account.stage().rows(fact.last()).get(0);
    assertThat(row.subList(4, row.size()))
        .containsExactly(
            "1",
            "-12.50",
            "é'\"\\",
            "true",
            "0.1",
            "-1",
            "49500123456789",
            "-1",
            "1769867100500000000",
            "0AFF",
            "{\"a\":[1,null]}",
            null);
  }

  @Test
  void nothingIsTakenForAChangeOfEveryTypeIfNothingChanged(ExportAccount account) throws Exception {
    Fact fact = AllTypes.register(account);
    fact.change(AllTypes.INSERT);
    fact.export();
    fact.change("DELETE FROM %s", AllTypes.INSERT);

    assertThat(fact.export().get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void keyTextAndLaneAreTheSameInSqlAndJava(ExportAccount account) throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("n", "NUMBER(12,2)", "NUMBER(12,2)")
            .key("t", "VARCHAR", "VARCHAR")
            .key("d", "DATE", "DATE")
            .key("f", "BOOLEAN", "BOOLEAN")
            .key("c", "TIME(9)", "TIME(9)")
            .key("s", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)")
            .with("lanes", "7")
            .register();
    fact.change(
        "INSERT INTO %s SELECT -0.50, 'Zoë:1', '2026-01-31'::DATE, FALSE, '01:02:03'::TIME,"
            + " '2026-01-31 13:45:00.000000001'::TIMESTAMP_NTZ",
        "INSERT INTO %s SELECT 1200, '', '0099-01-02'::DATE, TRUE, '23:59:59.999999999'::TIME,"
            + " '1969-12-31 23:59:59.9'::TIMESTAMP_NTZ");

    fact.export();

    String one =
        KeyText.of(
            List.of(
                "-0.50",
                "Zoë:1",
                "2026-01-31",
                "false",
                "01:02:03.000000000",
                "2026-01-31T13:45:00.000000001Z"));
    String two =
        KeyText.of(
            List.of(
                "1200.00",
                "",
                "0099-01-02",
                "true",
                "23:59:59.999999999",
                "1969-12-31T23:59:59.900000000Z"));
    assertThat(account.stage().rows(fact.last()))
        .extracting(row -> row.get(1) + " in lane " + row.get(2))
        .containsExactlyInAnyOrder(
            one + " in lane " + Lanes.laneOf(one, 7), two + " in lane " + Lanes.laneOf(two, 7));
  }

  @Test
  void aTimestampWithoutAZoneIsWhatAClockInTheContractsZoneShows(ExportAccount account)
      throws Exception {
    Fact fact =
        new FactBuilder(account)
            .key("s", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)")
            .field("t", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NTZ(9)")
            .with("zone", "Europe/Berlin")
            .with("eventTime", "t")
            .register();
    fact.change(
        "INSERT INTO %s SELECT '2026-01-31 13:45:00'::TIMESTAMP_NTZ,"
            + " '2026-07-31 00:30:00.000000001'::TIMESTAMP_NTZ");

    fact.export();

    assertThat(account.stage().rows(fact.last()))
        .containsExactly(
            List.of(
                "U",
                "2026-01-31T12:45:00.000000000Z",
                "0",
                "1",
                "1769863500000000000",
                "1785450600000000001"));
    assertThat(fact.last().eventTime())
        .contains(
            new Manifest.EventTime(
                "2026-07-30T22:30:00.000000001Z", "2026-07-30T22:30:00.000000001Z"));
  }
}
