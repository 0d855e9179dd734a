package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.data.ServerCard;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says that the server is ready, to people in one line and to programs in {@code server.json}, and takes that back at an orderly end. */
final class ReadyAnnouncement {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);
    private static final double MS_PER_SECOND = 1e3;

    private final CounterpointSettings settings;
    private final Environment environment;
    private final ServerCard card;
    private final String version;

    ReadyAnnouncement(CounterpointSettings settings, Environment environment, DataFolder data, String version) {
        this.settings = settings;
        this.environment = environment;
        this.card = data.serverCard();
        this.version = version;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String address = ListenAddress.of(environment).address().getHostAddress();
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        long startedAt = ManagementFactory.getRuntimeMXBean().getStartTime();
        card.write(new ServerCard.Content(
                ProcessHandle.current().pid(), address, port, Instant.ofEpochMilli(startedAt), version));
        LOG.info(
                "Counterpoint {} is ready at http://{}:{}/ after {} s: roles={} cassandra={} kafka={} springBoot={} java={}; {}",
                version,
                address,
                port,
                String.format(Locale.ROOT, "%.1f", (System.currentTimeMillis() - startedAt) / MS_PER_SECOND),
                settings.roles(),
                settings.cassandra().isEmbedded()
                        ? "embedded"
                        : settings.cassandra().contactPoints(),
                settings.kafka().isEmbedded() ? "embedded" : settings.kafka().bootstrapServers(),
                SpringBootVersion.getVersion(),
                Runtime.version().feature(),
                settings.keys().isEmpty()
                        ? "no keys are configured, so everything is open to whoever can call from this machine"
                        : "calls need one of " + settings.keys().size() + " keys");
    }

    @EventListener
    void closed(ContextClosedEvent event) {
        card.remove();
    }
}
