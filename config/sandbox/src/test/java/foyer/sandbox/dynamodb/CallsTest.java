package foyer.sandbox.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallsTest {
    private final Calls calls = new Calls();

    private void count(String operation, String body) {
        calls.count(operation, Json.read(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsByOperationAndTable() {
        count("PutItem", "{\"TableName\":\"events\"}");
        count("PutItem", "{\"TableName\":\"events\"}");
        count("Scan", "{\"TableName\":\"events\"}");

        assertThat(calls.list())
                .containsExactly(new Calls.Count("PutItem", "events", 2, 2), new Calls.Count("Scan", "events", 1, 1));
    }

    @Test
    void aTransactionCountsOnceForEachTableAndWithItsItems() {
        count(
                "TransactWriteItems",
                "{\"TransactItems\":[{\"Put\":{\"TableName\":\"a\"}},{\"Update\":{\"TableName\":\"b\"}},"
                        + "{\"ConditionCheck\":{\"TableName\":\"b\"}}]}");

        assertThat(calls.list())
                .containsExactly(
                        new Calls.Count("TransactWriteItems", "a", 1, 1),
                        new Calls.Count("TransactWriteItems", "b", 1, 2));
    }

    @Test
    void aBatchCountsOnceForEachTableAndWithItsItems() {
        count("BatchGetItem", "{\"RequestItems\":{\"a\":{\"Keys\":[{},{}]}}}");
        count("BatchWriteItem", "{\"RequestItems\":{\"a\":[{},{},{}]}}");

        assertThat(calls.list())
                .containsExactly(
                        new Calls.Count("BatchGetItem", "a", 1, 2), new Calls.Count("BatchWriteItem", "a", 1, 3));
    }

    @Test
    void whatNamesNoTableCountsUnderNone() {
        count("ListTables", "{}");

        assertThat(calls.list()).containsExactly(new Calls.Count("ListTables", "", 1, 1));
    }

    @Test
    void beginsAnewWhenReset() {
        count("ListTables", "{}");
        calls.reset();

        assertThat(calls.list()).isEmpty();
    }
}
