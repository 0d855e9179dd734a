package dev.counterpoint.infra.server.security;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Who may call what; endpoints name them in {@code @RolesAllowed}. */
public final class Role {
    public static final String CLIENT = "client";
    public static final String PUBLISHER = "publisher";
    public static final String ANALYST = "analyst";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    private Role() {}

    static List<String> all() {
        return List.of(CLIENT, PUBLISHER, ANALYST, AUDITOR, OPERATOR);
    }

    static String authority(String role) {
        return "ROLE_" + role;
    }

    /** The roles that an endpoint names, or its class for all in it; none where it names none. */
    public static List<String> namedBy(HandlerMethod method) {
        RolesAllowed roles = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
        if (roles == null) {
            roles = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RolesAllowed.class);
        }
        return roles == null ? List.of() : List.of(roles.value());
    }
}
