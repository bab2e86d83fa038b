package foyer.access;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.form.Answers;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody filled in to register.
 *
 * @param language of their letters, as a language tag
 * @param password a personal one, where the event asks for it
 * @param voucher to pay less by; whether it counts is not said here
 */
record Wish(
        EmailAddress email,
        Map<String, Object> answers,
        String language,
        Optional<String> password,
        Optional<String> voucher) {
    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 128;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final String NONE = "This event has none.";
    private static final String USUAL_LANGUAGE = "en";

    /** Fails with all findings at once. */
    static Wish read(Event event, Fields submitted) {
        submitted.text("eventId");
        submitted.require("email");
        var email = submitted.text("email").flatMap(EmailAddress::read);
        if (submitted.text("email").isPresent() && email.isEmpty()) {
            submitted.refuse("email", "invalid", "This is not an e-mail address.");
        }
        var answers = Answers.read(event.plan().form(), submitted);
        var language =
                submitted.text("language").filter(tag -> LANGUAGE.matcher(tag).matches());
        var password = password(event, submitted);
        var voucher = voucher(event, submitted);
        if (submitted.has("ticketType")) {
            submitted.refuse("ticketType", "not_applicable", NONE);
        }
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        return new Wish(email.orElseThrow(), answers, language.orElse(USUAL_LANGUAGE), password, voucher);
    }

    private static Optional<String> password(Event event, Fields submitted) {
        var password = submitted.text("password");
        if (event.authType() != AuthType.PASSWORD) {
            password.ifPresent(
                    any -> submitted.refuse("password", "not_applicable", "Nobody needs a password for this event."));
            return Optional.empty();
        }
        submitted.require("password");
        checkPassword(submitted);
        return password;
    }

    /** Notes what is wrong with a personal password. */
    static void checkPassword(Fields submitted) {
        var length = submitted.text("password").map(String::length).orElse(SHORTEST_PASSWORD);
        if (length < SHORTEST_PASSWORD) {
            submitted.refuse("password", "too_short", "This takes " + SHORTEST_PASSWORD + " characters at least.");
        }
        if (length > LONGEST_PASSWORD) {
            submitted.refuse("password", "too_long", "This takes " + LONGEST_PASSWORD + " characters at most.");
        }
    }

    private static Optional<String> voucher(Event event, Fields submitted) {
        var voucher = submitted.text("voucher").filter(typed -> !typed.isBlank());
        if (voucher.isPresent() && event.authType() != AuthType.PAYMENT) {
            submitted.refuse("voucher", "not_applicable", NONE);
        }
        return voucher;
    }

    /** Without what was filled in: this may end up in a log. */
    @Override
    public String toString() {
        return "Wish[" + language + "]";
    }
}
