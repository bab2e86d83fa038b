package foyer.running;

import java.util.Arrays;
import java.util.Optional;

/** A letter that tells buyers of their money. */
enum Told {
    PAID("Paid: "),
    TWICE("Paid twice: "),
    TOO_LATE("Too late: "),
    FAILED("Your payment for "),
    DISPUTED("Your seat for "),
    RETURNED("Money back for ");

    private final String beginning;

    Told(String beginning) {
        this.beginning = beginning;
    }

    /** Empty for letters about something else. */
    static Optional<Told> by(String subject) {
        return Arrays.stream(values())
                .filter(told -> subject.startsWith(told.beginning))
                .findFirst();
    }
}
