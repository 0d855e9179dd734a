package dev.counterpoint.infra.server.edge;

import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.infra.server.problem.CorrelationIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes over the caller's correlation id, or makes one: it is answered, logged, and handed on with what the call causes. */
public final class CorrelationFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = CorrelationIds.of(request.getHeader(CorrelationIds.HEADER));
        response.setHeader(CorrelationIds.HEADER, id);
        MDC.put(RecordedEvent.CORRELATION_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RecordedEvent.CORRELATION_ID);
        }
    }
}
