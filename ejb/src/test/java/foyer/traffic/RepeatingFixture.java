package foyer.traffic;

import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Puts the use case together for tests. */
public final class RepeatingFixture {
    public static final Duration LEASE = Duration.ofSeconds(60);
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    private RepeatingFixture() {}

    public static Repeating repeatingOn(Answers answers, Clock clock) {
        var repeating = new Repeating();
        repeating.answers = answers;
        repeating.seal = seal((byte) 1);
        repeating.settings = new TrafficSettings(KEPT_FOR, LEASE, Map.of(), 1_000);
        repeating.clock = clock;
        return repeating;
    }

    public static RequestKey aRequest(String key) {
        return new RequestKey("operator-1", "/api/events", key, Map.of("title", "Spring", "tags", List.of(1L, 2L)));
    }

    static AnswerSeal seal(byte secret) {
        var bytes = new byte[32];
        Arrays.fill(bytes, secret);
        var seal = new AnswerSeal();
        seal.seal = new Seal(new Signatures(new Secret(bytes)));
        return seal;
    }
}
