package foyer.bench;

import foyer.event.EventId;
import foyer.media.playback.PlaybackAddress;
import foyer.media.playback.PlaybackKey;
import foyer.media.playback.PlaybackRight;
import foyer.media.playback.PlaybackTokens;
import foyer.session.SessionId;
import foyer.shared.Secret;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many addresses one core finds good, token, time and path: each segment is asked for by another viewer's token. */
final class TokenChecks {
    private static final int VIEWERS = 1_000;
    private static final int CHECKS = 200_000;
    private static final int ROUNDS = 7;

    private final Bars bars;

    TokenChecks(Bars bars) {
        this.bars = bars;
    }

    /** The middle one of the rounds, of which the first two warm up. */
    void rate() {
        System.out.println("\nTokens of addresses, checked by one core");
        var tokens = new PlaybackTokens(List.of(new PlaybackKey("bench", new Secret(random()))));
        var written = written(tokens);
        var rates = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> rate(tokens, written))
                .skip(2)
                .sorted()
                .toArray();
        bars.atLeast("tokens checked a second a core", rates[rates.length / 2], 100_000);
    }

    private static double rate(PlaybackTokens tokens, List<String> written) {
        var now = Clock.systemUTC().instant();
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        long good = 0;
        for (var check = 0; check < CHECKS; check++) {
            var address = PlaybackAddress.parse(written.get(check % VIEWERS));
            if (address.prove(tokens, now).path().startsWith("/measured/")) {
                good++;
            }
        }
        if (good != CHECKS) {
            throw new IllegalStateException("Only " + good + " of " + CHECKS + " were good.");
        }
        return CHECKS / ((threads.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private static List<String> written(PlaybackTokens tokens) {
        var now = Clock.systemUTC().instant();
        var event = EventId.fresh();
        return Stream.generate(SessionId::fresh)
                .limit(VIEWERS)
                .map(session ->
                        new PlaybackRight(event, session, "/measured/recording/", now, now.plus(Duration.ofMinutes(5))))
                .map(right -> "/" + tokens.write(right) + "/measured/recording/720p/00001.m4s")
                .toList();
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
