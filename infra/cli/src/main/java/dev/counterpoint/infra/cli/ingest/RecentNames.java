package dev.counterpoint.infra.cli.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the names that were seen last, as many as fit a bounded memory. Not thread-safe. */
final class RecentNames {
    private static final int REMEMBERED = 1 << 16;

    private final Map<String, Boolean> names = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @return whether the name is new, as far as is remembered */
    boolean add(String name) {
        return names.put(name, true) == null;
    }
}
