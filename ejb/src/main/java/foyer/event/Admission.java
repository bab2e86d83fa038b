package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Passwords;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How people get in, and how many.
 *
 * @param capacity how many seats there are; null: no limit
 * @param waitingList whether those who come too late may wait for a seat
 * @param verifyEmail whether an address must be proven before the player opens
 * @param screens on how many screens one registration watches at a time
 */
public record Admission(
        AuthType authType,
        @Nullable Long capacity,
        boolean waitingList,
        boolean verifyEmail,
        int screens,
        PaymentTerms payment,
        PasswordTerms password) {
    private static final long MOST_SEATS = 10_000_000;
    private static final long MOST_SCREENS = 20;

    /** Empty, and a finding, without an {@code authType}. */
    static Optional<Admission> read(Fields fields, ChargeablePrices prices) {
        fields.require("authType");
        var authType = fields.choice("authType", AuthType.class);
        var capacity = within(fields, "capacity", MOST_SEATS);
        var waitingList = fields.truth("waitingList").orElse(false);
        var verifyEmail = fields.truth("verifyEmail").orElse(true);
        var screens = within(fields, "screens", MOST_SCREENS).orElse(1L).intValue();
        var payment = fields.group("paymentConfig")
                .map(group -> PaymentTerms.read(group, prices))
                .orElse(PaymentTerms.none());
        var password = fields.group("passwordConfig").map(PasswordTerms::read).orElse(PasswordTerms.none());
        return authType.map(known ->
                new Admission(known, capacity.orElse(null), waitingList, verifyEmail, screens, payment, password));
    }

    void writeTo(Map<String, Object> tree) {
        tree.put("authType", Fields.wireName(authType));
        if (capacity != null) {
            tree.put("capacity", capacity);
        }
        tree.put("waitingList", waitingList);
        tree.put("verifyEmail", verifyEmail);
        tree.put("screens", (long) screens);
        if (authType == AuthType.PAYMENT || !payment.equals(PaymentTerms.none())) {
            tree.put("paymentConfig", payment.tree());
        }
        if (authType == AuthType.PASSWORD || !password.equals(PasswordTerms.none())) {
            tree.put("passwordConfig", password.tree());
        }
    }

    /** Notes what is missing for people to get in. */
    void checkPublishable(Fields findings) {
        if (authType == AuthType.PAYMENT && payment.price().isEmpty()) {
            findings.refuse("paymentConfig.price", "required", "An event that is paid for needs a price.");
        }
        if (authType == AuthType.PASSWORD && password.lacksPassword()) {
            findings.refuse("passwordConfig.password", "required", "An event with a shared password needs one.");
        }
    }

    Admission kept(@Nullable Admission before, Passwords passwords) {
        return with(password.kept(before == null ? null : before.password, passwords));
    }

    Admission with(PasswordTerms changed) {
        return new Admission(authType, capacity, waitingList, verifyEmail, screens, payment, changed);
    }

    private static Optional<Long> within(Fields fields, String name, long most) {
        var number = fields.wholeNumber(name);
        number.filter(value -> value < 1 || value > most)
                .ifPresent(beyond -> fields.refuse(name, "out_of_range", "This must be from 1 to " + most + "."));
        return number;
    }
}
