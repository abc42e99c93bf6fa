package com.zenithcapital.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.zenithcapital", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching("com.zenithcapital.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zenithcapital.modelfile..",
                    "com.zenithcapital.content..",
                    "com.zenithcapital.analytics..",
                    "com.zenithcapital.gateway..",
                    "com.zenithcapital.workbook..",
                    "com.zenithcapital.local..");

    /** The gateway has neither, and leaves outbox, inbox and session out. */
    @ArchTest
    static final ArchRule DATABASE_AND_BROKER_STAY_IN_THEIR_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "com.zenithcapital.platform.outbox..",
                    "com.zenithcapital.platform.inbox..",
                    "com.zenithcapital.platform.session..",
                    "com.zenithcapital.platform.database..",
                    "com.zenithcapital.platform.event..",
                    "com.zenithcapital.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.agroal..", "org.postgresql..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule PROBLEMS_ARE_MAPPED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("com.zenithcapital.platform.problem..", "com.zenithcapital.local..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.ws.rs.core.Response");

    @ArchTest
    static final ArchRule NO_DRAWERS = classes()
            .that()
            .resideInAPackage("com.zenithcapital.platform..")
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)");
}
