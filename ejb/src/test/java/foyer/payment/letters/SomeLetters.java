package foyer.payment.letters;

import foyer.registration.AccessLinks;
import foyer.shared.EmailAddress;

/** Letters about payments for tests of other rooms; alerts go to organizer@example.org. */
public final class SomeLetters {
    private static final AlertSettings SETTINGS = new AlertSettings(new EmailAddress("organizer@example.org"));

    private SomeLetters() {}

    public static PaymentLetters with(AccessLinks links) {
        return new PaymentLetters(links, SETTINGS);
    }
}
