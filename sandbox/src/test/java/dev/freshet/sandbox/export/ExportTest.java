package dev.freshet.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.freshet.contract.ContractId;
import dev.freshet.contract.manifest.SealedManifest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final ContractId BALANCE = ContractId.parse("shop.customer_balance_changed.v1");

  @Test
  void changesBecomeAManifestWithTheirRows(@TempDir Path directory) throws Exception {
    try (ExportAccount account = new ExportAccount(directory)) {
      System.out.println(account.register("customer_balance_changed"));
      account.execute(
          "INSERT INTO SHOP.CORE.CUSTOMER VALUES (1, 'A', 1, 10.50, 'X'), (2, 'B', 1, 20, NULL)");

      System.out.println(account.export("customer_balance_changed"));

      List<SealedManifest> manifests = account.stage().manifests(BALANCE);
      assertThat(manifests).hasSize(1);
      System.out.println(manifests.get(0).text());
      System.out.println(account.stage().rows(manifests.get(0).manifest(), directory));
    }
  }
}
