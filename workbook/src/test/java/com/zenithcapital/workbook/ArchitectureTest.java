package com.zenithcapital.workbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.zenithcapital.workbook", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("com.zenithcapital.workbook.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHAT_THEY_STAND_ON = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("..workbook.cli..")
            .layer("difference")
            .definedBy("..workbook.difference..")
            .layer("inspection")
            .definedBy("..workbook.inspection..")
            .layer("dependency")
            .definedBy("..workbook.dependency..")
            .layer("biff")
            .definedBy("..workbook.biff..")
            .layer("sheet")
            .definedBy("..workbook.sheet..")
            .layer("ooxml")
            .definedBy("..workbook.ooxml..")
            .layer("format")
            .definedBy("..workbook.format..")
            .layer("formula")
            .definedBy("..workbook.formula..")
            .layer("xml")
            .definedBy("..workbook.xml..")
            .layer("zip")
            .definedBy("..workbook.zip..")
            .layer("compound")
            .definedBy("..workbook.compound..")
            .layer("verdict")
            .definedBy("..workbook.verdict..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("difference")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("inspection")
            .mayOnlyBeAccessedByLayers("cli", "difference")
            .whereLayer("dependency")
            .mayOnlyBeAccessedByLayers("inspection")
            .whereLayer("biff")
            .mayOnlyBeAccessedByLayers("inspection")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers("cli", "difference", "inspection", "dependency", "biff")
            .whereLayer("ooxml")
            .mayOnlyBeAccessedByLayers("cli", "difference", "inspection", "dependency", "sheet", "biff")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("difference", "inspection", "dependency", "sheet", "ooxml", "biff")
            .whereLayer("formula")
            .mayOnlyBeAccessedByLayers("difference", "dependency", "sheet")
            .whereLayer("xml")
            .mayOnlyBeAccessedByLayers("difference", "inspection", "dependency", "sheet", "ooxml")
            .whereLayer("zip")
            .mayOnlyBeAccessedByLayers("cli", "difference", "inspection", "ooxml")
            .whereLayer("compound")
            .mayOnlyBeAccessedByLayers("inspection")
            .whereLayer("verdict")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule NOTHING_REACHES_THE_NETWORK_OR_STARTS_A_PROCESS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URL")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    static final ArchRule ONLY_THE_XML_PACKAGE_KNOWS_THE_PARSER = noClasses()
            .that()
            .resideOutsideOfPackage("..workbook.xml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.aalto..", "org.codehaus.stax2..", "javax.xml..");
}
