package dev.counterpoint.infra.server.contract;

import dev.counterpoint.infra.server.security.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the generated description cannot know by itself: its name, keys and roles, and that errors are problems. */
@Configuration(proxyBeanMethods = false)
public class PublishedContract {
    private static final String PROBLEM = "Problem";
    private static final String KEY = "key";

    @Bean
    GlobalOpenApiCustomizer wholeContract(ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("not built by Maven");
        return api -> complete(api, version);
    }

    @Bean
    GlobalOperationCustomizer roles() {
        return (operation, method) -> {
            operation.addExtension("x-roles", Role.namedBy(method));
            operation.addSecurityItem(new SecurityRequirement().addList(KEY));
            return withProblems(operation);
        };
    }

    private static void complete(OpenAPI api, String version) {
        api.setInfo(new Info()
                .title("Counterpoint")
                .version(version)
                .description("Personalized home pages: commands, pages, decisions, history."));
        api.setServers(null);
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("one of the configured keys; none is needed where none is configured"));
    }

    /** RFC 9457, with all faults of a body. */
    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("where in the body (RFC 6901)"))
                .addProperty("detail", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("urn:counterpoint:problem:NAME"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fault));
    }

    private static Operation withProblems(Operation operation) {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("declined, or not possible now")
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(reference))));
        return operation;
    }
}
