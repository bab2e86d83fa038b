package foyer.payment.letters;

import foyer.event.Event;
import foyer.payment.verdict.Tidings;
import foyer.payment.verdict.Verdict;
import foyer.registration.AccessLinks;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import java.time.Instant;
import java.util.EnumSet;

/** Letters about payments for tests of other rooms; alerts go to organizer@example.org. */
public final class SomeLetters {
    private static final AlertSettings SETTINGS = new AlertSettings(new EmailAddress("organizer@example.org"));

    private SomeLetters() {}

    public static PaymentLetters with(AccessLinks links) {
        return new PaymentLetters(links, SETTINGS);
    }

    /** The same, but of one thing that is found nobody is told. */
    public static PaymentLetters without(Tidings kept, AccessLinks links) {
        return new PaymentLetters(links, SETTINGS) {
            @Override
            public Outgoing[] of(Verdict verdict, Event event, Instant now) {
                var told = EnumSet.noneOf(Tidings.class);
                told.addAll(verdict.tidings());
                told.remove(kept);
                return super.of(
                        new Verdict(
                                verdict.payment(),
                                verdict.registration(),
                                verdict.seat(),
                                verdict.voucher(),
                                told,
                                verdict.act()),
                        event,
                        now);
            }
        };
    }
}
