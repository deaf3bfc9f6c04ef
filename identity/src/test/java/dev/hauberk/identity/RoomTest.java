package dev.hauberk.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may look at whom in this room. */
@AnalyzeClasses(packages = "dev.hauberk.identity", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomTest {
    @ArchTest
    static final ArchRule packagesStandInNoCycle =
            slices().matching("dev.hauberk.identity.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule accountsKnowNeitherSessionsNorSignIn = noClasses()
            .that()
            .resideInAPackage("dev.hauberk.identity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hauberk.identity.session", "dev.hauberk.identity.signin");

    @ArchTest
    static final ArchRule sessionsDoNotKnowSignIn = noClasses()
            .that()
            .resideInAPackage("dev.hauberk.identity.session")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hauberk.identity.signin");

    @ArchTest
    static final ArchRule knowsNoRequest = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework..", "dev.hauberk.servlet..");

    @ArchTest
    static final ArchRule readsNoClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
}
