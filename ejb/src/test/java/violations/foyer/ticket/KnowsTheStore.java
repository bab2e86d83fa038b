package violations.foyer.ticket;

import foyer.shared.dynamodb.StoreSettings;

interface KnowsTheStore {
    void ask(StoreSettings settings);
}
