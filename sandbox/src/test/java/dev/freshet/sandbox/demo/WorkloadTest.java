package dev.freshet.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.freshet.sandbox.demo.change.Change;
import dev.freshet.sandbox.demo.change.InsertRows;
import dev.freshet.sandbox.demo.change.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static List<String> statements(Workload workload, int round) {
    return workload.round(round).stream().flatMap(change -> change.statements().stream()).toList();
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(statements(new Workload(42, 15_000), 3))
        .isEqualTo(statements(new Workload(42, 15_000), 3))
        .isNotEqualTo(statements(new Workload(43, 15_000), 3))
        .isNotEqualTo(statements(new Workload(42, 15_000), 4));
  }

  @Test
  void hasEveryKindOfChangeInFourRounds() {
    Set<Class<?>> kinds =
        Stream.concat(
                Arrays.stream(Change.class.getPermittedSubclasses()),
                Arrays.stream(Step.class.getPermittedSubclasses()))
            .filter(kind -> kind != Step.class)
            .collect(Collectors.toSet());
    Workload workload = new Workload(1, 1_500);
    assertThat(IntStream.rangeClosed(1, 4).boxed().flatMap(round -> workload.round(round).stream()))
        .extracting(Object::getClass)
        .containsAll(kinds);
  }

  @Test
  void growsWithTheData() {
    assertThat(inserted(new Workload(1, 1_500_000)))
        .isGreaterThan(50 * inserted(new Workload(1, 15_000)));
  }

  private static long inserted(Workload workload) {
    return workload.round(1).stream()
        .filter(InsertRows.class::isInstance)
        .mapToLong(change -> ((InsertRows) change).rows().size())
        .sum();
  }

  @Test
  void neverInsertsAKeyTwice() {
    Workload workload = new Workload(5, 150_000);
    List<Long> keys =
        IntStream.rangeClosed(1, 8)
            .boxed()
            .flatMap(round -> workload.round(round).stream())
            .filter(InsertRows.class::isInstance)
            .flatMap(change -> ((InsertRows) change).rows().stream())
            .map(row -> row.key())
            .toList();
    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key >= TpchKeys.FIRST_FRESH);
  }

  @Test
  void refusesAShopThatIsTooSmall() {
    assertThatThrownBy(() -> new Workload(1, 10)).hasMessageContaining("100 orders");
  }
}
