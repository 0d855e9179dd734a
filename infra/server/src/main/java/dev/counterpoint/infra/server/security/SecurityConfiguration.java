package dev.counterpoint.infra.server.security;

import dev.counterpoint.infra.server.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stateless keys; each endpoint names its role, health is open, the rest of the actuator is the operator's. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    @Bean
    WebMvcConfigurer roleCheck() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleCheck()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** The time of a call is measured as a whole: a measurement round each of these filters takes longer than they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Names of parameters are looked at where they are compared with those that a call knows: an odd one is unknown, and named in the answer. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(any -> true);
        return firewall;
    }

    /** A path or a method that no call here has, and that could mislead whoever compares paths. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, why) ->
                ProblemWriter.ofStatus(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, ApiKeys keys) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new KeyFilter(keys), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers("/actuator/health/**", "/v3/api-docs/**", "/error")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasRole(Role.OPERATOR)
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> ProblemWriter.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, why) -> ProblemWriter.forbidden(request, response)))
                .build();
    }
}
