package dev.counterpoint.infra.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SimulatorRulesTest {
    private static final String SIMULATOR = "dev.counterpoint.infra.simulator";

    @Test
    void simulator_knowsTheDomainOnly() {
        JavaClasses own = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(SIMULATOR);
        assertThat(own.stream().map(each -> each.getPackageName()).distinct())
                .contains(SIMULATOR + ".behaviour", SIMULATOR + ".study");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        SIMULATOR + "..", "dev.counterpoint.domain..", "java..", "org.jspecify.annotations..")
                .check(own);
    }
}
