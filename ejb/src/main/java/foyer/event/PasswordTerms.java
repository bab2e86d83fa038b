package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Passwords;
import foyer.shared.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose password opens the player. The password itself can be written and never read: what is kept is its hash.
 *
 * @param typed the password as it was just submitted; gone as soon as it is hashed
 * @param hash of the shared password; null as long as there is none, and always for personal ones
 */
public record PasswordTerms(
        Mode mode, @Nullable String typed, @Nullable String hash) {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 128;

    /** One password for the event, or one per registrant, chosen at registration. */
    public enum Mode {
        SHARED,
        PERSONAL
    }

    static PasswordTerms none() {
        return new PasswordTerms(Mode.PERSONAL, null, null);
    }

    /** Without a mode, who gives a password means a shared one. */
    static PasswordTerms read(Fields group) {
        var typed = Texts.line(group, "password", LONGEST);
        var mode = group.choice("mode", Mode.class).orElse(typed.isPresent() ? Mode.SHARED : Mode.PERSONAL);
        if (typed.isPresent() && mode == Mode.PERSONAL) {
            group.refuse("password", "not_applicable", "Personal passwords are chosen by those who register.");
        }
        if (typed.filter(text -> text.length() < SHORTEST).isPresent()) {
            group.refuse("password", "too_short", "This takes " + SHORTEST + " characters at least.");
        }
        group.refuseUnknown();
        return new PasswordTerms(mode, typed.orElse(null), null);
    }

    /**
     * These terms with the password hashed. A shared password that is not submitted again stays what it was, since nobody
     * can read it and send it back; one that is submitted unchanged keeps its hash.
     */
    PasswordTerms kept(@Nullable PasswordTerms before, Passwords passwords) {
        var known = before == null || mode == Mode.PERSONAL ? null : before.hash;
        if (typed == null || (known != null && passwords.matches(typed, known))) {
            return new PasswordTerms(mode, null, known);
        }
        return new PasswordTerms(mode, null, passwords.hash(typed));
    }

    /** As a store keeps it. */
    public PasswordTerms withHash(@Nullable String kept) {
        return new PasswordTerms(mode, null, kept);
    }

    /** Whether a shared password is still to be chosen. */
    boolean lacksPassword() {
        return mode == Mode.SHARED && hash == null && typed == null;
    }

    Map<String, Object> tree() {
        return Map.of("mode", Fields.wireName(mode));
    }

    @Override
    public String toString() {
        return "PasswordTerms[" + mode + "]";
    }
}
