package com.zenithcapital.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.zenithcapital.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("com.zenithcapital.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_part_knows_no_stack = noClasses()
            .that()
            .resideInAnyPackage("..local.part..", "..local.process..", "..local.binaries..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..local.stack..", "..local.build..", "..local.command..", "..local.aot..");

    @ArchTest
    static final ArchRule only_commands_know_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("..local.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** Maven runs it from source, before anything here is compiled. */
    @ArchTest
    static final ArchRule the_training_of_services_needs_the_jdk_only = noClasses()
            .that()
            .haveSimpleNameStartingWith("AotTraining")
            .or()
            .haveSimpleName("TrainingWorkbook")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "com.zenithcapital.local.aot");
}
