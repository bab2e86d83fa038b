package violations.foyer.ticket;

import violations.foyer.shared.dynamodb.StoreSettings;

interface KnowsTheStore {
    void ask(StoreSettings settings);
}
