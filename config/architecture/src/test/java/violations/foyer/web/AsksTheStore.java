package violations.foyer.web;

import violations.foyer.shared.dynamodb.StoreSettings;

interface AsksTheStore {
    void ask(StoreSettings settings);
}
