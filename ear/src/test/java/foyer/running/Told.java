package foyer.running;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A letter that tells buyers of their money. */
enum Told {
    PAID("Paid: .*"),
    TWICE("Paid twice: .*"),
    TOO_LATE("Too late: .*"),
    FAILED("Your payment for .*"),
    /** Other letters begin as it does: a ticket is "Your seat for", and so is the word that it waits for money. */
    DISPUTED("Your seat for .* has ended: .*"),
    RETURNED("Money back for .*");

    private final Pattern subject;

    Told(String subject) {
        this.subject = Pattern.compile(subject);
    }

    /** Empty for letters about something else. */
    static Optional<Told> by(String subject) {
        return Arrays.stream(values())
                .filter(told -> told.subject.matcher(subject).matches())
                .findFirst();
    }
}
