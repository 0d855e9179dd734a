package dev.counterpoint.infra.server.settings;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code host:port}, an IPv6 address in brackets. */
final class HostAndPort {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]\\s]+):([0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;

    private HostAndPort() {}

    static InetSocketAddress parse(String written) {
        Matcher parts = FORM.matcher(written);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "counterpoint.cassandra.contact-points are host:port, not \"" + written + "\"");
        }
        return new InetSocketAddress(
                parts.group(1).replace("[", "").replace("]", ""), Integer.parseInt(parts.group(2)));
    }
}
