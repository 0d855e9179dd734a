package dev.counterpoint.infra.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the command may know of the rest. The rules of the whole stand in the server; the command is not on its class path. */
class ArchitectureTest {
    private static final String TRAINING = "dev.counterpoint.training";
    private static final String OFF_POLICY = TRAINING + ".offpolicy";

    private final JavaClasses command = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.counterpoint.infra.cli");

    @Test
    void ofTraining_theCommandKnowsTheMathematicsOnly() {
        assertThat(command.stream()
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .map(use -> use.getTargetClass().getPackageName()))
                .contains(OFF_POLICY);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of training and not in " + OFF_POLICY, ArchitectureTest::isOtherTraining))
                .check(command);
    }

    private static boolean isOtherTraining(JavaClass used) {
        return used.getPackageName().startsWith(TRAINING)
                && !used.getPackageName().startsWith(OFF_POLICY);
    }
}
