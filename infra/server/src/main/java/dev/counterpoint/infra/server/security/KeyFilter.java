package dev.counterpoint.infra.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a call the roles of its key; all roles where no keys are configured. */
final class KeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    KeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (keys.isEmpty()) {
            authenticate("anyone on this machine", Role.all());
        } else {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header != null && header.startsWith(BEARER)) {
                keys.holderOf(header.substring(BEARER.length()))
                        .ifPresent(holder -> authenticate(holder.name(), holder.roles()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void authenticate(String name, Collection<String> roles) {
        List<GrantedAuthority> authorities = Set.copyOf(roles).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(Role.authority(role)))
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, authorities));
    }
}
