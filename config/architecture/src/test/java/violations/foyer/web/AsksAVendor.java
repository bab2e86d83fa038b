package violations.foyer.web;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

interface AsksAVendor {
    void ask(DynamoDbClient client);
}
