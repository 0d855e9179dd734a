package dev.counterpoint.query.catalog;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Epochs within one process. */
public final class InMemoryCatalogEpochs implements CatalogEpochs {
    private final ConcurrentSkipListMap<Long, CatalogEpoch> epochs = new ConcurrentSkipListMap<>();

    public InMemoryCatalogEpochs() {
        epochs.put(0L, CatalogEpoch.empty());
    }

    @Override
    public CatalogEpoch latest() {
        return epochs.lastEntry().getValue();
    }

    @Override
    public Optional<CatalogEpoch> find(long number) {
        return Optional.ofNullable(epochs.get(number));
    }

    @Override
    public boolean add(CatalogEpoch epoch) {
        return epochs.putIfAbsent(epoch.number(), epoch) == null;
    }
}
