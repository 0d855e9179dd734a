package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.query.home.web.HomeController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process in the role {@code query} answers. */
@Configuration(proxyBeanMethods = false)
@Import(HomeController.class)
class QueryEndpoints {}
