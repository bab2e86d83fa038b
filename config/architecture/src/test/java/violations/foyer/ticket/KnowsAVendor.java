package violations.foyer.ticket;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

interface KnowsAVendor {
    void ask(DynamoDbClient client);
}
