package dev.counterpoint.infra.server.edge;

import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses queries with parameters that the call does not know, that stand there twice, or without a value: a typing error must not pass
 * for a default.
 */
final class KnownParametersOnly implements HandlerInterceptor {
    private static final String OURS = "dev.counterpoint.";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getQueryString() != null
                && method.getBeanType().getName().startsWith(OURS)) {
            Set<String> parameters = known.computeIfAbsent(method.getMethod(), any -> knownTo(method));
            List<Refusal> faults = request.getParameterMap().entrySet().stream()
                    .filter(given -> !parameters.contains(given.getKey())
                            || given.getValue().length > 1
                            || given.getValue()[0].isEmpty())
                    .map(given -> fault(given.getKey(), parameters))
                    .toList();
            if (!faults.isEmpty()) {
                throw new RequestRefusedException(faults);
            }
        }
        return true;
    }

    private static Set<String> knownTo(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(MethodParameter::getParameter)
                .map(parameter -> Objects.requireNonNull(parameter.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Refusal fault(String name, Set<String> known) {
        String detail = known.contains(name)
                ? "the parameter " + name + " must be given once, with a value"
                : "the parameter " + name + " is not known here; known are " + known;
        return new Refusal(Reason.MALFORMED, detail, null);
    }
}
