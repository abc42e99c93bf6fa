package com.zenithcapital.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.zenithcapital", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String GATEWAY = "com.zenithcapital.gateway.";

    @ArchTest
    static final ArchRule STEPS_KNOW_WHAT_LIES_BEFORE_THEM_AND_NEVER_THE_DOOR = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("target")
            .definedBy(GATEWAY + "target..")
            .layer("route")
            .definedBy(GATEWAY + "route..")
            .layer("answer")
            .definedBy(GATEWAY + "answer..")
            .layer("record")
            .definedBy(GATEWAY + "record..")
            .layer("identity")
            .definedBy(GATEWAY + "identity..")
            .layer("limit")
            .definedBy(GATEWAY + "limit..")
            .layer("session")
            .definedBy(GATEWAY + "session..")
            .layer("proxy")
            .definedBy(GATEWAY + "proxy..")
            .layer("door")
            .definedBy(GATEWAY + "door..")
            .whereLayer("target")
            .mayNotAccessAnyLayer()
            .whereLayer("route")
            .mayNotAccessAnyLayer()
            .whereLayer("answer")
            .mayNotAccessAnyLayer()
            .whereLayer("record")
            .mayNotAccessAnyLayer()
            .whereLayer("identity")
            .mayOnlyAccessLayers("route")
            .whereLayer("limit")
            .mayOnlyAccessLayers("route", "answer")
            .whereLayer("session")
            .mayOnlyAccessLayers("target", "route", "identity", "answer", "record")
            .whereLayer("proxy")
            .mayOnlyAccessLayers("target", "route", "answer", "record")
            .whereLayer("door")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule STEPS_FORM_NO_CIRCLE =
            slices().matching(GATEWAY + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SERVICE_IS_KNOWN = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zenithcapital.content..", "com.zenithcapital.modelfile..", "com.zenithcapital.analytics..");
}
