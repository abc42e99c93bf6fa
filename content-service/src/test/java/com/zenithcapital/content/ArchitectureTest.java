package com.zenithcapital.content;

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
@AnalyzeClasses(packages = "com.zenithcapital", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "com.zenithcapital.content.";
    private static final List<String> LEAVES = List.of("body", "search", "cache", "model");
    private static final List<String> DOMAIN = List.of("insight", "revision", "view", "audit");
    private static final List<String> STEPS =
            List.of("desk", "review", "publication", "transfer", "preview", "reading", "feed");

    @ArchTest
    static final ArchRule STEPS_KNOW_THE_DOMAIN_BUT_NOT_EACH_OTHER = layers();

    @ArchTest
    static final ArchRule LEAVES_KNOW_NOTHING_OF_THE_WAY = noClasses()
            .that()
            .resideInAnyPackage(packages(LEAVES))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(STEPS))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(DOMAIN));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLE =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RESOURCES_ARE_THEIR_STEPS_OWN_BUSINESS =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.zenithcapital.modelfile..", "com.zenithcapital.analytics..", "com.zenithcapital.gateway..");

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAPackage("com.zenithcapital.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.zenithcapital.content..");

    /** What is done to many is what is done to one: that step alone calls two others. */
    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(packages(DOMAIN));
        for (String step : STEPS) {
            layers = layers.layer(step).definedBy(ROOT + step + "..");
        }
        return layers.whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("desk")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("transfer")
                .whereLayer("publication")
                .mayOnlyBeAccessedByLayers("transfer")
                .whereLayer("transfer")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("preview")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("feed")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("reading")
                .mayNotBeAccessedByAnyLayer();
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    }
}
