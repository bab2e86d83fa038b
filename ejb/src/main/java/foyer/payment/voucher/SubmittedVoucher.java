package foyer.payment.voucher;

import foyer.event.EventId;
import foyer.payment.ledger.Payment;
import foyer.shared.Fields;
import foyer.shared.Ids;
import foyer.shared.Money;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A voucher as operators write it and read it. */
final class SubmittedVoucher {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{2,39}");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z0-9]");
    private static final int LENGTH = 10;
    private static final long MOST = 1_000_000_000L;

    private SubmittedVoucher() {}

    /** Fails with all findings at once. */
    static Voucher read(Fields submitted, String freshId, Instant now) {
        var code = submitted.text("code").map(Voucher::normal).orElseGet(() -> made(freshId));
        if (!CODE.matcher(code).matches()) {
            submitted.refuse("code", "invalid", "This takes 3 to 40 letters, digits, hyphens and underscores.");
        }
        var percent = bounded(submitted, "percent", 100);
        var amount = amount(submitted);
        if (percent.isPresent() == submitted.has("amount")) {
            submitted.refuse("percent", "required", "A voucher takes off either a percentage or an amount.");
        }
        var event = submitted.text("eventId");
        event.filter(text -> !Ids.wellFormed(text))
                .ifPresent(wrong -> submitted.refuse("eventId", "invalid", "This is no event's id."));
        var limit = bounded(submitted, "limit", MOST);
        var limitPerPerson = bounded(submitted, "limitPerPerson", MOST);
        var expiresAt = expiry(submitted, now);
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        return new Voucher(
                code,
                event.map(EventId::new).orElse(null),
                amount.orElse(null),
                percent.map(Long::intValue).orElse(null),
                limit.orElse(null),
                limitPerPerson.orElse(null),
                expiresAt.orElse(null),
                0,
                1,
                Payment.millis(now));
    }

    static boolean sameTerms(Voucher one, Voucher other) {
        return terms(one).equals(terms(other));
    }

    static Map<String, Object> view(Voucher voucher) {
        var tree = terms(voucher);
        tree.put("uses", voucher.uses());
        tree.put("createdAt", voucher.createdAt().toString());
        return tree;
    }

    private static Map<String, Object> terms(Voucher voucher) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("code", voucher.code());
        put(tree, "eventId", Optional.ofNullable(voucher.event()).map(EventId::value));
        put(tree, "percent", Optional.ofNullable(voucher.percent()));
        put(tree, "amount", Optional.ofNullable(voucher.amount()).map(Money::minorUnits));
        put(
                tree,
                "currency",
                Optional.ofNullable(voucher.amount()).map(sum -> sum.currency().getCurrencyCode()));
        put(tree, "limit", Optional.ofNullable(voucher.limit()));
        put(tree, "limitPerPerson", Optional.ofNullable(voucher.limitPerPerson()));
        put(tree, "expiresAt", Optional.ofNullable(voucher.expiresAt()).map(Instant::toString));
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, Optional<?> value) {
        value.ifPresent(there -> tree.put(name, there));
    }

    /** Of the fresh id, without what people mistake for another letter. */
    private static String made(String freshId) {
        var letters = NO_LETTER.matcher(freshId.toUpperCase(Locale.ROOT)).replaceAll("");
        var legible = letters.replaceAll("[O0I1L]", "");
        return (legible + "XYZXYZXYZX").substring(0, LENGTH);
    }

    private static Optional<Money> amount(Fields submitted) {
        var sum = bounded(submitted, "amount", MOST);
        if (submitted.has("amount")) {
            submitted.require("currency");
        }
        var currency = submitted.text("currency").flatMap(code -> currency(submitted, code));
        return sum.flatMap(minorUnits -> currency.map(known -> new Money(minorUnits, known)));
    }

    private static Optional<Currency> currency(Fields submitted, String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            submitted.refuse("currency", "unknown_value", "This must be a currency by ISO 4217, such as EUR.");
            return Optional.empty();
        }
    }

    private static Optional<Long> bounded(Fields submitted, String name, long most) {
        var number = submitted.wholeNumber(name);
        if (number.filter(given -> given < 1 || given > most).isPresent()) {
            submitted.refuse(name, "out_of_range", "This must be a whole number from 1 to " + most + ".");
            return Optional.empty();
        }
        return number;
    }

    private static Optional<Instant> expiry(Fields submitted, Instant now) {
        return submitted.text("expiresAt").flatMap(text -> {
            try {
                var moment = Payment.millis(Instant.parse(text));
                if (!moment.isAfter(now)) {
                    submitted.refuse("expiresAt", "out_of_range", "This must be a time to come.");
                }
                return Optional.of(moment);
            } catch (DateTimeParseException wrong) {
                submitted.refuse("expiresAt", "invalid", "This must be a time in UTC, such as 2030-05-01T20:00:00Z.");
                return Optional.empty();
            }
        });
    }
}
