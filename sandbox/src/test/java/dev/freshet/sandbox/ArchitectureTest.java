package dev.freshet.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the arrows: contract, snowpark-procs; contract, bridge, cli, sandbox. */
class ArchitectureTest {
  private static final String CONTRACT = "dev.freshet.contract..";
  private static final String PROCS = "dev.freshet.procs..";
  private static final String BRIDGE = "dev.freshet.bridge..";
  private static final String CLI = "dev.freshet.cli..";
  private static final String SANDBOX = "dev.freshet.sandbox..";

  /** A class that a procedure names as its HANDLER. */
  private static final DescribedPredicate<JavaClass> HANDLER =
      describe(
          "handlers",
          type ->
              type.getMethods().stream()
                  .anyMatch(
                      m ->
                          m.getName().equals("run")
                              && !m.getRawParameterTypes().isEmpty()
                              && m.getRawParameterTypes()
                                  .get(0)
                                  .getName()
                                  .equals("com.snowflake.snowpark_java.Session")));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPaths(
              Path.of("../contract/target/classes"),
              Path.of("../snowpark-procs/target/classes"),
              Path.of("../bridge/target/classes"),
              Path.of("../cli/target/classes"),
              Path.of("target/classes"));

  @Test
  void allModulesAreLookedAt() {
    for (String module : List.of(CONTRACT, PROCS, BRIDGE, CLI, SANDBOX)) {
      if (ALL.stream().noneMatch(resideInAPackage(module))) {
        throw new AssertionError("no class of " + module + " was found: is it built?");
      }
    }
  }

  @Test
  void contractKnowsNobody() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PROCS, BRIDGE, CLI, SANDBOX)));
  }

  @Test
  void contractDoesNoInputOrOutputAndHasNoClock() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")));
    hold(
        noClasses()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .callMethod(java.time.Instant.class, "now"));
    hold(
        noClasses()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void proceduresKnowTheContractAlone() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(PROCS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(BRIDGE, CLI, SANDBOX)));
  }

  @Test
  void packagesOfProceduresAndBridgeFormNoCycles() {
    hold(slices().matching("dev.freshet.procs.(*)..").should().beFreeOfCycles());
    hold(slices().matching("dev.freshet.bridge.(*)..").should().beFreeOfCycles());
  }

  @Test
  void theBridgeKnowsNothingOfSnowflake() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(BRIDGE)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(PROCS, CLI, SANDBOX, "net.snowflake..", "com.snowflake..")));
  }

  @Test
  void theCommandLineKnowsNoSandbox() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PROCS, SANDBOX)));
  }

  @Test
  void onlyTheSandboxAndCommandLineTalkToSnowflakeByDriver() {
    hold(
        noClasses()
            .that()
            .resideInAnyPackage(CONTRACT, PROCS, BRIDGE)
            .should()
            .dependOnClassesThat(resideInAPackage("net.snowflake..")));
  }

  @Test
  void snowparkStandsBehindOnePort() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(PROCS)
            .and()
            .resideOutsideOfPackage("dev.freshet.procs.warehouse..")
            .and(not(HANDLER))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.snowflake..")));
  }

  @Test
  void technologyStaysInTheClassesNamedAfterIt() {
    hold(
        noClasses()
            .that()
            .resideInAPackage(BRIDGE)
            .and(resideInAPackage("dev.freshet.bridge.admission.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("software.amazon..", "org.apache..")));
    hold(
        noClasses()
            .that()
            .resideInAPackage(BRIDGE)
            .and(simpleNameStartingWith("Kafka"))
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon..")));
    hold(
        noClasses()
            .that()
            .resideInAPackage(BRIDGE)
            .and(simpleNameStartingWith("S3"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka..")));
  }

  private static void hold(ArchRule rule) {
    rule.check(ALL);
  }
}
