package dev.counterpoint.infra.server.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the container refuses before any of our code sees it, as a problem instead of its own page. */
public final class ContainerProblems extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            if (response.getHeader(CorrelationIds.HEADER) == null) {
                response.setHeader(CorrelationIds.HEADER, CorrelationIds.of(request.getHeader(CorrelationIds.HEADER)));
            }
            ProblemWriter.ofStatus(request, response, response.getStatus());
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("client gone before the problem was written", gone);
        }
    }
}
