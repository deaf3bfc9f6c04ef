package dev.hauberk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may look at whom. */
@Tag("POSTURE-1")
class RoomsTest {
    private static final String[] CORE = {
        "dev.hauberk",
        "dev.hauberk.policy..",
        "dev.hauberk.key..",
        "dev.hauberk.audit..",
        "dev.hauberk.redact..",
        "dev.hauberk.json..",
        "dev.hauberk.data..",
        "dev.hauberk.store..",
        "dev.hauberk.yaml.."
    };
    private static final String CRYPTO = "dev.hauberk.crypto..";
    private static final String LIMITS = "dev.hauberk.ratelimit..";
    private static final String ROLES = "dev.hauberk.rbac..";
    private static final String IDENTITY = "dev.hauberk.identity..";
    private static final String SERVLET = "dev.hauberk.servlet..";
    private static final String SPRING = "dev.hauberk.spring..";
    private static final String TESTKIT = "dev.hauberk.testkit..";

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.hauberk");
        assertThat(house).as("classes of every room are on the class path").hasSizeGreaterThan(200);
    }

    @Test
    void coreLooksAtNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTO, LIMITS, ROLES, IDENTITY, SERVLET, SPRING, TESTKIT)
                .check(house);
    }

    @Test
    void theThreeAboveCoreDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(CRYPTO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LIMITS, ROLES, IDENTITY, SERVLET, SPRING, TESTKIT)
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(LIMITS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTO, ROLES, IDENTITY, SERVLET, SPRING, TESTKIT)
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(ROLES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTO, LIMITS, IDENTITY, SERVLET, SPRING, TESTKIT)
                .check(house);
    }

    @Test
    void nobodyBelowTheServletRoomSeesAServlet() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVLET, SPRING, "dev.hauberk.example..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(IDENTITY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVLET, SPRING, TESTKIT)
                .check(house);
    }

    @Test
    void onlyTheStarterSeesSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SPRING, "dev.hauberk.testkit.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(SERVLET)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SPRING, TESTKIT)
                .check(house);
    }

    @Test
    void onlyTheKeysFromAwsSeeItsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.hauberk.key.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(house);
    }

    @Test
    void onlyTheAdapterOfEachClientOfRedisSeesIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.hauberk.store.lettuce..", "dev.hauberk.spring.redis..", "dev.hauberk.benchmark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lettuce..")
                .check(house);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.hauberk.store.jedis..", "dev.hauberk.spring.redis..", "dev.hauberk.benchmark..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("redis.clients..")
                .check(house);
    }

    @Test
    void onlyTheJdbcBaseOfCoreSeesADatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage("dev.hauberk.store.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(house);
    }

    @Test
    void stepsThatNeedOnlyThePolicySeeOnlyCore() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.hauberk.servlet.headers..",
                        "dev.hauberk.servlet.address..",
                        "dev.hauberk.servlet.log..",
                        "dev.hauberk.servlet.strip..",
                        "dev.hauberk.servlet.exchange..",
                        "dev.hauberk.servlet.problem..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTO, LIMITS, ROLES, IDENTITY)
                .check(house);
    }

    @Test
    void theKitKnowsNoRoomsInside() {
        noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTO, LIMITS, ROLES, IDENTITY, SERVLET, SPRING)
                .check(house);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("(dev.hauberk..)").should().beFreeOfCycles().check(house);
    }

    @Test
    void nobodyTakesAThreadsMonitorAroundInputOrOutput() {
        noClasses().should(new TakesAMonitor()).check(house);
    }

    @Test
    void nobodyReadsTheClockBehindItsBack() {
        classes()
                .that()
                .resideOutsideOfPackages("dev.hauberk.testkit..", "dev.hauberk.benchmark..")
                .should(new PassTimeIn())
                .check(house);
    }
}
