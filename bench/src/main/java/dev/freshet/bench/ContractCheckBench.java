package dev.freshet.bench;

import dev.freshet.contract.Contract;
import dev.freshet.contract.evolution.Evolution;
import dev.freshet.contract.evolution.Judgement;
import dev.freshet.contract.odcs.ContractReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long the check of a contract of 200 fields against 50 earlier versions takes. */
public final class ContractCheckBench {
  private static final int FIELDS = 200;
  private static final int VERSIONS = 50;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ContractCheckBench() {}

  /** Prints the measured times; ends with an error if the check went wrong. */
  public static void main(String[] args) {
    List<String> earlier = IntStream.range(0, VERSIONS).mapToObj(ContractCheckBench::text).toList();
    String next = text(VERSIONS);
    Time first = check(earlier, next);
    List<Time> more =
        Stream.generate(() -> check(earlier, next))
            .limit(ROUNDS)
            .sorted(Comparator.comparing(Time::wall))
            .toList();
    System.out.println(FIELDS + " fields against " + VERSIONS + " versions, texts read each time:");
    System.out.println("  the first      " + first);
    System.out.println("  the median     " + more.get(ROUNDS / 2));
    System.out.println("  judging alone  " + judging(earlier, next));
  }

  /** How long something took, by the clock and in processor time of its thread. */
  private record Time(long wall, long cpu) {
    static Time of(Supplier<Judgement> work) {
      long wall = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      require(work.get());
      return new Time(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - cpu);
    }

    @Override
    public String toString() {
      return wall / 1_000_000 + " ms, processor time " + cpu / 1_000_000 + " ms";
    }
  }

  private static Time check(List<String> earlier, String next) {
    return Time.of(
        () -> Evolution.judge(earlier.stream().map(ContractCheckBench::read).toList(), read(next)));
  }

  private static Time judging(List<String> earlier, String next) {
    List<Contract> line = earlier.stream().map(ContractCheckBench::read).toList();
    Contract contract = read(next);
    return Time.of(() -> Evolution.judge(line, contract));
  }

  private static void require(Judgement judgement) {
    if (!judgement.suffices() || judgement.findings().size() != 1) {
      throw new IllegalStateException("the check went wrong: " + judgement.findings());
    }
  }

  private static Contract read(String text) {
    return ContractReader.read("bench", text);
  }

  /** The version 1.minor.0: each minor adds a field. */
  private static String text(int minor) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: 2f0c1b52-7d0b-4a2e-9f57-6d5f3c1a9e09
            status: active
            domain: bench
            name: wide
            version: 1.%d.0
            team: {name: bench}
            schema:
              - name: wide
                physicalType: topic
                physicalName: bench.wide.v1
                customProperties:
                  - {property: freshet.source, value: BENCH.CORE.WIDE}
                properties:
                  - {name: id, physicalType: 'NUMBER(12,0)', required: true, primaryKey: true}
            """
                .formatted(minor));
    List<String> types = List.of("NUMBER(12,2)", "VARCHAR(40)", "DATE", "TIMESTAMP_NTZ(6)");
    for (int i = 1; i < FIELDS - VERSIONS + minor; i++) {
      text.append("      - name: field_").append(i).append('\n');
      text.append("        physicalType: ").append(types.get(i % types.size())).append('\n');
      text.append("        transformLogic: COALESCE(a_").append(i).append(", b)\n");
    }
    return text.toString();
  }
}
