package dev.counterpoint.infra.server;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own configuration; every key stands in {@code application.yaml} with its meaning.
 *
 * @param keys roles by key; empty: everything is open, on loopback only
 */
@ConfigurationProperties("counterpoint")
public record CounterpointSettings(@DefaultValue Map<String, List<String>> keys) {
    public CounterpointSettings {
        keys = Map.copyOf(keys);
    }
}
