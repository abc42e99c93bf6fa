package com.zenithcapital.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds from the first feature on; there is none yet, so the rules allow an empty house. */
@AnalyzeClasses(packages = "com.zenithcapital", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CIRCLE = slices().matching("com.zenithcapital.analytics.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.analytics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zenithcapital.content..", "com.zenithcapital.modelfile..", "com.zenithcapital.gateway..");

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zenithcapital.analytics..");
}
