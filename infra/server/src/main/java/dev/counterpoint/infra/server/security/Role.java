package dev.counterpoint.infra.server.security;

import java.util.List;

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
}
