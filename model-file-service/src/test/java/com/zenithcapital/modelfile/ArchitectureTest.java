package com.zenithcapital.modelfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.ws.rs.Path;
import java.util.List;

/** The map in the root's package-info, as rules. */
@AnalyzeClasses(packages = "com.zenithcapital.modelfile", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.zenithcapital.modelfile.";
    private static final List<String> LEAVES = List.of("storage", "workbook", "database", "http", "role", "antivirus");
    private static final List<String> STEPS = List.of(
            "model",
            "upload",
            "processing",
            "notice",
            "publication",
            "catalogue",
            "download",
            "difference",
            "reconciliation");

    @ArchTest
    static final ArchRule STEPS_KNOW_VERSION_AND_LEAVES_BUT_NOT_EACH_OTHER = layers();

    @ArchTest
    static final ArchRule LEAVES_KNOW_NOTHING_OF_THE_WAY = noClasses()
            .that()
            .resideInAnyPackage(packages(LEAVES))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(STEPS))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "version..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_STORAGE_SPEAKS_S3 = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "storage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ONLY_THE_WORKBOOK_LEAF_STARTS_PROCESSES = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "workbook..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    static final ArchRule RESOURCES_ARE_THEIR_STEPS_OWN_BUSINESS =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("leaves")
                .definedBy(packages(LEAVES))
                .layer("version")
                .definedBy(ROOT + "version..")
                .whereLayer("version")
                .mayOnlyAccessLayers("leaves");
        for (String step : STEPS) {
            layers = layers.layer(step)
                    .definedBy(ROOT + step + "..")
                    .whereLayer(step)
                    .mayNotBeAccessedByAnyLayer();
        }
        return layers;
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    }
}
