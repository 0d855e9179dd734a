package dev.counterpoint.infra.server.start;

import dev.counterpoint.infra.server.backend.Backends;
import dev.counterpoint.infra.server.data.DataFolder;
import dev.counterpoint.infra.server.security.ApiKeys;
import dev.counterpoint.infra.server.settings.CounterpointSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What happens as soon as the configuration is read: everything that refuses a start is checked, the data folder is taken, and the stores
 * begin to come up while Spring builds the rest.
 */
public final class EarlyStart implements ApplicationContextInitializer<GenericApplicationContext>, AutoCloseable {
    private @Nullable DataFolder folder;
    private @Nullable Backends backends;

    @Override
    public void initialize(GenericApplicationContext context) {
        CounterpointSettings settings = CounterpointSettings.of(context.getEnvironment());
        if (settings.endWithParent()) {
            EndWithParent.watch();
        }
        ListenAddress address = ListenAddress.of(context.getEnvironment());
        OpenToThisMachineOnly.check(new ApiKeys(settings.keys()), address.address());
        address.requireFree();
        DataFolder taken = DataFolder.take(settings.data());
        folder = taken;
        Backends coming = new Backends(settings, taken.path());
        backends = coming;
        // Ended in the opposite order: the folder is given back when nothing writes to it any more.
        context.registerBean(DataFolder.class, () -> taken);
        context.registerBean(
                "backends",
                Backends.class,
                () -> coming,
                definition -> definition.setDependsOn(DataFolder.class.getName()));
    }

    /** After a start that failed: ends what was begun. */
    @Override
    public void close() {
        if (backends != null) {
            backends.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
