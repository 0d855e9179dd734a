package dev.counterpoint.infra.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a call through to an endpoint of ours for a caller with one of its roles, before anything of the call is read. An endpoint that
 * names no role is nobody's.
 */
final class RoleCheck implements HandlerInterceptor {
    private static final String OURS = "dev.counterpoint.";

    /** @throws AccessDeniedException if the caller has no role that the endpoint names */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && !mayCall(SecurityContextHolder.getContext().getAuthentication(), Role.namedBy(method))) {
            throw new AccessDeniedException("none of the roles of this call");
        }
        return true;
    }

    private static boolean mayCall(@Nullable Authentication caller, List<String> roles) {
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(held -> roles.stream()
                                .anyMatch(role -> Role.authority(role).equals(held.getAuthority())));
    }
}
