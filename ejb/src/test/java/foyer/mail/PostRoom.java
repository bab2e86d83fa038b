package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.mail.SomeLetters.aLetter;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.mail.Letter.Detail;
import foyer.shared.ClockMeter;
import foyer.shared.EmailAddress;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where letters about one event wait, and an office that takes each of them as long as it is told nothing else. */
final class PostRoom {
    final SettableClock clock = new SettableClock();
    final OutboxInMemory outbox = new OutboxInMemory();
    final EventsInMemory events = new EventsInMemory();
    final Event event = aPublishedEvent();
    /** What the office took, in its order. */
    final List<Message> taken = new ArrayList<>();

    Function<Message, Receipt> office = this::take;
    boolean strained;
    private final Postman ofThisNode = postman();

    PostRoom() {
        events.add(event);
    }

    /** The round of this node's postman, who is the same each time. */
    void round() {
        ofThisNode.round(0);
    }

    Receipt take(Message message) {
        taken.add(message);
        return new Receipt.Taken();
    }

    void close() {
        office = message -> {
            throw new OfficeClosed("The relay is down.", new IllegalStateException("down"));
        };
    }

    /** One that can wait. */
    void write(String id) {
        outbox.write(Posting.outgoing(id, aLetter(LetterKind.CONFIRMATION, event, "en"), clock.instant()));
    }

    void write(String id, LetterKind kind, Map<Detail, String> details) {
        var letter = new Letter(kind, event.id(), SomeLetters.ADA, "en", details);
        outbox.write(Posting.outgoing(id, letter, clock.instant()));
    }

    /** One that can wait, to somebody else. */
    void writeTo(EmailAddress reader, Outbox where, String id) {
        var letter = new Letter(LetterKind.CONFIRMATION, event.id(), reader, "en", Map.of());
        where.write(Posting.outgoing(id, letter, clock.instant()));
    }

    /** One that somebody waits for. */
    void writeAwaited(Outbox where, String id) {
        where.write(Posting.outgoing(id, aLetter(LetterKind.CODE, event, "en"), clock.instant()));
    }

    /** One with a code that opens something for ten minutes. */
    void writeCode(String id) {
        var until = clock.instant().plus(Duration.ofMinutes(10)).toString();
        var details = Map.of(Detail.CODE, "012345", Detail.LINK, SomeLetters.LINK, Detail.UNTIL, until);
        var letter = new Letter(LetterKind.CODE, event.id(), SomeLetters.ADA, "en", details);
        outbox.write(Posting.outgoing(id, letter, clock.instant()));
    }

    /** So many that somebody waits for, one after the other; answers their ids. */
    List<String> codes(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> {
                    clock.pass(Duration.ofMillis(1));
                    var id = "code-" + number;
                    writeAwaited(outbox, id);
                    return id;
                })
                .toList();
    }

    List<Dispatch> dead() {
        return outbox.buried(Posting.KINDS, 10, null).items();
    }

    /** Another node's. */
    Postman postman() {
        return postman(outbox, 100);
    }

    Postman postman(Outbox where, int rate) {
        return new Postman(
                where,
                events,
                SomeLetters.rendering(),
                message -> office.apply(message),
                SomeLetters.mail(rate),
                new Turns(rate, new ClockMeter(clock), () -> strained, clock),
                clock);
    }
}
