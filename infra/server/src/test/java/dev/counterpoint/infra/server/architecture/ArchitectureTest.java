package dev.counterpoint.infra.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.query.catalog.CardVersions;
import dev.counterpoint.query.catalog.CatalogEpochs;
import dev.counterpoint.query.catalog.CuttingEpochs;
import dev.counterpoint.query.catalog.ProjectingCards;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.profile.Profiles;
import dev.counterpoint.query.profile.ProjectingProfiles;
import dev.counterpoint.query.statistics.CountingStatistics;
import dev.counterpoint.query.statistics.StatisticsStore;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house. A ban on a package that is not there would pass for ever, so each rule first shows that those it names are. */
class ArchitectureTest {
    private static final String DOMAIN = "dev.counterpoint.domain";
    private static final String COMMAND = "dev.counterpoint.command";
    private static final String QUERY = "dev.counterpoint.query";
    private static final String TRAINING = "dev.counterpoint.training";
    private static final String INFRA = "dev.counterpoint.infra";
    private static final String ARCHIVE = INFRA + ".archive";
    private static final String KAFKA = INFRA + ".kafka";
    private static final String CASSANDRA = INFRA + ".cassandra";
    private static final String EMBEDDED = INFRA + ".embedded";
    private static final String MODELS = INFRA + ".models";
    private static final String NEIGHBOURS = INFRA + ".neighbours";
    private static final String SERVER = INFRA + ".server";
    private static final List<String> ADAPTERS = List.of(ARCHIVE, KAFKA, CASSANDRA, EMBEDDED, MODELS, NEIGHBOURS);

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.counterpoint");
    }

    @Test
    void domain_knowsOnlyTheJdk() {
        exists(DOMAIN);
        classes()
                .that()
                .resideInAPackage(DOMAIN + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN + "..", "java..", "javax.crypto..", "org.jspecify.annotations..")
                .check(all);
    }

    /** The command has it without the rest of training and what that needs. */
    @Test
    void offPolicyMathematics_knowOnlyTheJdkAndTheDomain() {
        String offPolicy = TRAINING + ".offpolicy";
        exists(offPolicy);
        classes()
                .that()
                .resideInAPackage(offPolicy + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(offPolicy + "..", DOMAIN + "..", "java..", "org.jspecify.annotations..")
                .check(all);
    }

    @Test
    void sides_knowNeitherEachOtherNorInfra() {
        List<String> sides = present(COMMAND, QUERY, TRAINING);
        assertThat(sides).isNotEmpty();
        for (String side : sides) {
            String[] strangers = Stream.concat(sides.stream().filter(other -> !other.equals(side)), Stream.of(INFRA))
                    .map(other -> other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(side + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(strangers)
                    .check(all);
        }
    }

    @Test
    void adapters_doNotKnowEachOther() {
        List<String> adapters = present(ADAPTERS.toArray(String[]::new));
        assertThat(adapters).contains(ARCHIVE, KAFKA, EMBEDDED, MODELS, NEIGHBOURS);
        for (String adapter : adapters) {
            String[] others = adapters.stream()
                    .filter(other -> !other.equals(adapter))
                    .map(other -> other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(adapter + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(all);
        }
    }

    @Test
    void technologies_areUsedAtHomeOnly() {
        onlyWithin("org.apache.kafka", KAFKA);
        onlyWithin("org.tensorflow", MODELS);
        onlyWithin("ml.dmlc", MODELS);
        onlyWithin("io.github.jbellis.jvector", NEIGHBOURS);
        onlyWithin("org.apache.parquet", ARCHIVE);
        onlyWithin("org.apache.catalina", SERVER);
        onlyWithin("org.springframework.security", SERVER);
        if (!present(CASSANDRA).isEmpty()) {
            onlyWithin("com.datastax.oss.driver", CASSANDRA);
        }
    }

    @Test
    void springWeb_isUsedByWebPackagesAndTheServerOnly() {
        exists(SERVER);
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..", SERVER + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .check(all);
    }

    @Test
    void features_areFreeOfCycles() {
        exists(DOMAIN);
        exists(QUERY);
        for (String part : List.of(QUERY, TRAINING, KAFKA, CASSANDRA)) {
            slices().matching(part + ".(*)..").should().beFreeOfCycles().check(all);
        }
    }

    @Test
    void events_areRecordsOfASealedFamily() {
        exists(DOMAIN);
        classes()
                .that()
                .areAssignableTo(DomainEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(all);
        all.stream()
                .filter(family -> family.isInterface() && family.isAssignableTo(DomainEvent.class))
                .filter(family -> !family.isEquivalentTo(DomainEvent.class))
                .forEach(family -> assertThat(family.reflect().isSealed())
                        .as(family.getName())
                        .isTrue());
    }

    @Test
    void timeAndChance_comeThroughPortsAndSeeds() {
        exists(DOMAIN);
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN + "..", COMMAND + "..", QUERY + "..", TRAINING + "..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(all);
    }

    @Test
    void nothing_isInjectedIntoFieldsOrPrinted() {
        noFields().should().beAnnotatedWith(Autowired.class).check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage(INFRA + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(PrintStream.class, "println", String.class)
                .check(all);
        noClasses()
                .that()
                .areNotAssignableTo(RuntimeException.class)
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .check(all);
    }

    @Test
    void endpoints_nameTheirRole() {
        exists(QUERY + ".home.web");
        exists(COMMAND + ".listener.web");
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(all);
    }

    @Test
    void eventsTable_isTouchedByOnePackage_andViewsByTheirsAlone() throws IOException {
        Map<String, String> homes = new TreeMap<>(Map.of(
                "events", "events",
                "snapshots", "snapshots",
                "intents", "publication",
                "leases", "leases",
                "profiles", "profiles",
                "decisions", "decisions",
                "catalog_epochs", "versions",
                "statistics_versions", "versions",
                "cards", "cards",
                "model_artifacts", "artifacts"));
        homes.put("model_artifact_pieces", "artifacts");
        homes.put("comparisons", "comparisons");
        homes.put("content_keys", "keys");
        homes.put("erasures", "erasures");
        homes.put("checkpoints", "proof");
        homes.put("parked_listeners", "profiles");
        homes.put("rebuilt_profiles", "profiles");
        homes.put("chain_sightings", "proof");
        for (Map.Entry<String, String> table : homes.entrySet()) {
            exists(CASSANDRA + "." + table.getValue());
            assertThat(packagesThatName(table.getKey())).as(table.getKey()).containsExactly(table.getValue());
        }
    }

    /** Below that of the adapter; a statement names its table behind one of these words. */
    private static Set<String> packagesThatName(String table) throws IOException {
        Path sources = Path.of("..", "cassandra", "src", "main", "java", CASSANDRA.replace('.', '/'));
        Pattern statement = Pattern.compile("(FROM|INTO|UPDATE|TRUNCATE|TABLE)\\s+" + table + "\\b");
        try (Stream<Path> files = Files.walk(sources)) {
            Set<String> packages = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (statement.matcher(Files.readString(file)).find()) {
                    packages.add(file.getParent().getFileName().toString());
                }
            }
            return packages;
        }
    }

    @Test
    void views_areWrittenByProjectionsOnly() {
        exists(QUERY);
        onlyCalledBy(Profiles.class, "save", ProjectingProfiles.class);
        onlyCalledBy(CardVersions.class, "add", ProjectingCards.class);
        onlyCalledBy(StatisticsStore.class, "add", CountingStatistics.class);
        onlyCalledBy(CatalogEpochs.class, "add", CuttingEpochs.class);
        onlyCalledBy(DecisionGroups.class, "write", DecisionLog.class);
    }

    private static void onlyCalledBy(Class<?> port, String method, Class<?> writer) {
        Set<String> callers = all.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(port)
                        && call.getTarget().getName().equals(method))
                .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
        assertThat(callers).as(port.getSimpleName() + "." + method).containsExactly(writer.getName());
    }

    private static void onlyWithin(String technology, String home) {
        exists(home);
        assertThat(all.stream()
                        .filter(user -> user.getPackageName().startsWith(home))
                        .anyMatch(user -> user.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use ->
                                        use.getTargetClass().getPackageName().startsWith(technology))))
                .as(home + " uses " + technology)
                .isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(technology + "..")
                .check(all);
    }

    private static void exists(String root) {
        assertThat(present(root)).as("package " + root).isNotEmpty();
    }

    private static List<String> present(String... roots) {
        return Arrays.stream(roots).filter(ArchitectureTest::isPresent).toList();
    }

    /** A package that holds nothing but its description does not count. */
    private static boolean isPresent(String root) {
        return all.stream()
                .filter(each -> !each.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .anyMatch(name -> name.equals(root) || name.startsWith(root + "."));
    }
}
