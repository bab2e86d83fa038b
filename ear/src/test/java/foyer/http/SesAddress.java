package foyer.http;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of SES as takes letters, or says that they are more than the account may send in a second.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
final class SesAddress {
    static final String PATH = "/v2/email/outbound-emails";

    /** Who called, and with what. */
    record Call(String authorization, JsonObject letter, boolean taken) {
        String to() {
            return letter.getJsonObject("Destination")
                    .getJsonArray("ToAddresses")
                    .getString(0);
        }

        String text() {
            return letter.getJsonObject("Content")
                    .getJsonObject("Simple")
                    .getJsonObject("Body")
                    .getJsonObject("Text")
                    .getString("Data");
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tooMany = new AtomicInteger();

    /** So many calls from now on are above the rate. */
    void refuse(int next) {
        tooMany.set(next);
    }

    List<Call> callsFor(String address) {
        return calls.stream().filter(call -> call.to().equals(address)).toList();
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange;
                var sent = Json.createReader(
                        new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()))) {
            var taken = tooMany.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            calls.add(new Call(exchange.getRequestHeaders().getFirst("Authorization"), sent.readObject(), taken));
            var body = (taken ? "{\"MessageId\":\"0100\"}" : "{\"message\":\"Maximum sending rate exceeded.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!taken) {
                exchange.getResponseHeaders().set("X-Amzn-ErrorType", "TooManyRequestsException");
            }
            exchange.sendResponseHeaders(taken ? 200 : 429, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
