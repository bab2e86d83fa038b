package foyer.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All letters that have arrived, the newest first; the oldest go when there are too many. */
final class Letters {
    private static final int MOST = 20_000;

    private final Deque<Letter> newestFirst = new ArrayDeque<>();
    private final Clock clock;
    private long arrived;

    Letters(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String to, MimeMessage message) throws MessagingException, IOException {
        arrived++;
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        newestFirst.addFirst(Letter.of(Long.toString(arrived), to, message, now));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
    }

    synchronized List<Letter> list() {
        return List.copyOf(newestFirst);
    }

    synchronized List<Letter> to(String address) {
        return newestFirst.stream()
                .filter(letter -> letter.to().equalsIgnoreCase(address))
                .toList();
    }

    synchronized Optional<Letter> find(String id) {
        return newestFirst.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    synchronized void clear() {
        newestFirst.clear();
    }
}
