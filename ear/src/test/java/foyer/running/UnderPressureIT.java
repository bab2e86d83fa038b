package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A store that answers late or not at all, and callers who ask too often: they are told to come back, nobody else waits. */
@Isolated("it slows the store for everybody")
class UnderPressureIT {
    private static final String FAULTS = "/dynamodb/_control/faults";
    private static final int CALLERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AfterEach
    void theStoreIsWellAgain() {
        Whole.sandbox().control("DELETE", FAULTS, "");
    }

    @Test
    void aSlowStoreNeverTakesAllThreads() {
        var organizer = Production.organizer("203.0.113.1");
        var id = anEvent().createdBy(organizer);

        whileManyWait(caller -> organizer.get("/api/events/" + id), "203.0.113.2");
    }

    /** As at the beginning of an evening, when all come and no node has read the event yet. */
    @Test
    void norDoThoseTakeAllThreadsWhoAskForAnEventThatTheNodeDoesNotKnow() {
        var event = anEvent().publishedBy(Production.organizer("203.0.113.10"));

        whileManyWait(
                caller -> Production.from("198.51.100." + (caller + 1)).get("/api/events/" + event), "203.0.113.11");
    }

    /** Each of them is served, or told to come back; from elsewhere somebody is served meanwhile for whom nobody asks the store. */
    private static void whileManyWait(IntFunction<Called> call, String elsewhere) {
        var threads = Executors.newFixedThreadPool(CALLERS);
        fault("GetItem", "delay", 1000, 5);
        try {
            var waiting = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> threads.submit(() -> call.apply(caller)))
                    .toList();
            var started = System.nanoTime();
            Production.from(elsewhere).get("/api/auth/jwks").expect(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
            var answers = waiting.stream().map(UnderPressureIT::answer).toList();
            assertThat(answers).extracting(Called::status).contains(503).isSubsetOf(200, 503);
            assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(UnderPressureIT::comeBackSoon);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoeverSendsSlowlyLeavesMostThreadsToOthers() throws IOException {
        var before = log().length();
        var slow = new ArrayList<Socket>();
        try {
            for (var sender = 0; sender < CALLERS; sender++) {
                slow.add(sendingSlowly(sender % 2 == 0 ? "/api/auth/login" : "/watch/an-event", "203.0.113.8"));
            }
            var started = System.nanoTime();

            Production.from("203.0.113.9")
                    .post("/api/auth/login", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(400);
            var refused = Production.from("203.0.113.8").post("/api/auth/login", JsonValue.EMPTY_JSON_OBJECT);

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(checked(refused).status()).isEqualTo(429);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        // They hang up, which the server notices one by one; before, whoever did woke somebody.
        var gone = Pattern.compile("Whoever called was gone before they were answered\\.");
        assertThat(Await.until(PATIENCE, () -> gone.matcher(logSince(before)).find()))
                .isTrue();
        assertThat(logSince(before)).doesNotContain("A call failed before any resource was asked");
    }

    @Test
    void aNodeWhoseStoreIsAwayIsNotReadyUntilItIsBack() {
        var probe = Http.to(Production.server().url());
        fault("*", "before", 100_000, 0);

        var refused = refused(probe);
        var line = Pattern.compile("\"requestId\":\"%s\".*This node is not ready: the store does not answer\\."
                .formatted(Pattern.quote(refused.header("X-Request-Id"))));
        assertThat(Await.until(PATIENCE, () -> line.matcher(log()).find()))
                .as("the line with the id of %s", refused.answer().headers())
                .isTrue();
        assertThat(probe.get("/health/ready").text()).isEqualTo("{\"status\":\"DOWN\",\"checks\":[]}");
        probe.get("/health/live").expect(200);

        theStoreIsWellAgain();
        assertThat(Await.until(PATIENCE, () -> probe.get("/health/ready").status() == 200))
                .isTrue();
    }

    /** The first answer that says that the node is not ready. */
    private static Called refused(Http probe) {
        var answers = new ArrayDeque<Called>();
        assertThat(Await.until(PATIENCE, () -> {
                    answers.add(probe.get("/health/ready"));
                    return answers.getLast().status() == 503;
                }))
                .isTrue();
        return answers.getLast();
    }

    private static String log() {
        return Production.server().process().output();
    }

    /** What others did to this server before is theirs. */
    private static String logSince(int length) {
        var log = log();
        return log.substring(Math.min(length, log.length()));
    }

    @Test
    void anAnswerThatIsLostAfterTheEffectIsNotMadeTwice() {
        var organizer = Production.organizer("203.0.113.3");
        var keyed = organizer.with("Idempotency-Key", "lost-answer");
        var event = anEvent().titled("Made once").json();
        fault("PutItem", "reset", 1, 0);

        var first = keyed.post("/api/events", event);
        var again = first.status() == 201 ? first : keyed.post("/api/events", event);

        assertThat(again.status()).isEqualTo(201);
        assertThat(organizer.get("/api/events?limit=200").json().getJsonArray("items").stream()
                        .filter(item -> item.asJsonObject().getString("title").equals("Made once")))
                .hasSize(1);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndNobodyElseIs() {
        var refused = fiveHundred(() -> Production.from("203.0.113.4").get("/api/auth/jwks"))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .map(UnderPressureIT::checked);

        assertThat(refused).as("one of 500 calls is refused").isPresent();
        Production.from("203.0.113.5").get("/api/auth/jwks").expect(200);
    }

    @Test
    void preflightsAreCountedTooAndAPartnersPageMayReadTheRefusal() {
        var path = "/api/events/"
                + anEvent().embeddedBy("https://partner.example").publishedBy(Production.organizer("203.0.113.6"));
        var page = Production.from("203.0.113.7")
                .with("Origin", "https://partner.example")
                .with("Access-Control-Request-Method", "GET");
        page.get(path).expect(200);

        var refused = fiveHundred(() -> page.call("OPTIONS", path, ""))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .map(UnderPressureIT::checked);

        assertThat(refused.map(answer -> answer.header("Access-Control-Allow-Origin")))
                .contains("https://partner.example");
    }

    /** Many at once, for one after the other might be so slow that all of them are allowed. */
    private static Stream<Called> fiveHundred(Supplier<Called> call) {
        return Stream.generate(() -> AtOnce.calls(50, caller -> call.get()))
                .limit(10)
                .flatMap(Collection::stream);
    }

    /** A form or a call of which a byte has come, and no more comes. */
    private static Socket sendingSlowly(String path, String address) throws IOException {
        var server = URI.create(Production.server().url());
        var socket = new Socket(server.getHost(), server.getPort());
        var type = path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: "
                + address + "\r\nContent-Type: " + type + "\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Called checked(Called refused) {
        assertThat(refused.errorCode()).isEqualTo("too_many_requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("RateLimit")).isNotEmpty();
        return refused;
    }

    private static void fault(String operation, String effect, int count, int seconds) {
        var fault = "{\"operation\":\"%s\",\"effect\":\"%s\",\"count\":%d,\"seconds\":%d}";
        Whole.sandbox().control("PUT", FAULTS, fault.formatted(operation, effect, count, seconds));
    }

    private static void comeBackSoon(Called refused) {
        refused.problem();
        assertThat(refused.errorCode()).isEqualTo("unavailable");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    private static Called answer(Future<Called> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
