package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.infra.server.health.HealthConfiguration;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import dev.counterpoint.infra.server.settings.CounterpointSettings.ProcessRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The parts of the platform, by name, as the roles of the process ask for them. They come after everything that Spring Boot configures, so
 * that all of it is built while the stores, which these parts wait for, are still coming up.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class PlatformParts implements DeferredImportSelector, EnvironmentAware {
    private Set<ProcessRole> roles = Set.of();

    @Override
    public void setEnvironment(Environment environment) {
        roles = CounterpointSettings.of(environment).roles();
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return of(roles).stream().map(Class::getName).toArray(String[]::new);
    }

    static List<Class<?>> of(Set<ProcessRole> roles) {
        List<Class<?>> parts = new ArrayList<>(List.of(
                StoreWiring.class,
                HealthConfiguration.class,
                VersionWiring.class,
                CommandWiring.class,
                ErasureWiring.class,
                ProofWiring.class,
                ArchiveWiring.class,
                PlatformMeters.class));
        if (roles.contains(ProcessRole.COMMAND)) {
            parts.add(CommandEndpoints.class);
        }
        if (roles.contains(ProcessRole.QUERY)) {
            parts.add(QueryWiring.class);
            parts.add(HomeWiring.class);
            parts.add(VerificationWiring.class);
            parts.add(ReconciliationWiring.class);
            parts.add(QueryEndpoints.class);
            parts.add(PlatformMeters.Projections.class);
            parts.add(PlatformMeters.Pages.class);
        }
        if (roles.contains(ProcessRole.TRAINING)) {
            parts.add(TrainingWiring.class);
        }
        return parts;
    }
}
