package foyer.shared.dynamodb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Sees at the start that every adapter finds the table it needs, so that no request meets one that does not fit. */
@Singleton
@Startup
@DependsOn("CheckingSettings")
@DenyAll
public class PreparingTables {
    @Inject
    @Any
    Instance<TableDefinition> definitions;

    @Inject
    StoreSettings settings;

    @Inject
    StoreClient client;

    @PostConstruct
    void prepare() {
        prepareAll(client, settings, definitions.stream().toList());
    }

    /**
     * Creates what is missing where {@code foyer.store.create-tables} allows it, and fails with {@link WrongTables} that
     * names every table which is not there or not as it is needed. Named apart from {@link #prepare}, for Payara calls
     * whichever method bears the name of the one annotated.
     */
    static void prepareAll(StoreClient client, StoreSettings settings, List<TableDefinition> definitions) {
        var check = new TableCheck(client, settings);
        var unfit = definitions.stream()
                .filter(definition -> !check.findings(definition).isEmpty())
                .toList();
        if (settings.createTables()) {
            var creation = new TableCreation(client, settings);
            unfit.forEach(creation::create);
            unfit.forEach(creation::complete);
            creation.keepRecoverable(definitions);
        }
        var sentences = unfit.stream()
                .flatMap(definition -> check.findings(definition).stream())
                .sorted()
                .toList();
        if (!sentences.isEmpty()) {
            throw new WrongTables(sentences);
        }
    }
}
