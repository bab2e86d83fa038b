package foyer.payment.letters;

import foyer.event.Event;
import foyer.mail.Letter;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.Posting;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.verdict.Tidings;
import foyer.payment.verdict.Verdict;
import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.Money;
import foyer.shared.Outgoing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells payers what became of their money, and organizers what needs them. Each letter's id is of its fact, so that it goes out once. */
@Dependent
public class PaymentLetters {
    private final AccessLinks links;
    private final AlertSettings settings;

    @Inject
    PaymentLetters(AccessLinks links, AlertSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    /** What is written along with the verdict. */
    public Outgoing[] of(Verdict verdict, Event event, Instant now) {
        var letters = new ArrayList<Outgoing>();
        for (var told : verdict.tidings()) {
            letter(told, verdict, event, now).ifPresent(letters::add);
        }
        return letters.toArray(Outgoing[]::new);
    }

    /** What is written along with the provider's refusal, which only a person can mend. */
    public Outgoing[] refused(Payment payment, Event event, CheckoutRefused why, Instant now) {
        return alert(payment, event, now, why).stream().toArray(Outgoing[]::new);
    }

    private Optional<Outgoing> letter(Tidings told, Verdict verdict, Event event, Instant now) {
        var payment = verdict.payment();
        var registration = verdict.registration();
        var taken = payment.seen().taken();
        return switch (told) {
            case RECEIPT -> Optional.of(paying(LetterKind.RECEIPT, registration, payment, taken, now));
            case FAILED ->
                Optional.of(paying(
                        LetterKind.PAYMENT_FAILED,
                        registration,
                        payment,
                        payment.price().due().minorUnits(),
                        now));
            case TOO_LATE -> Optional.of(paying(LetterKind.PAYMENT_LATE, registration, payment, taken, now));
            case TWICE -> Optional.of(paying(LetterKind.PAYMENT_TWICE, registration, payment, taken, now));
            case DISPUTED -> Optional.of(paying(LetterKind.PAYMENT_DISPUTED, registration, payment, taken, now));
            case RETURNED -> Optional.of(paying(LetterKind.REFUNDED, registration, payment, returned(payment), now));
            case ALERT -> alert(payment, event, now, null);
        };
    }

    private static long returned(Payment payment) {
        return Math.max(
                payment.wanted() - payment.seen().failed(), payment.seen().returned());
    }

    private Outgoing paying(LetterKind kind, Registration to, Payment payment, long minorUnits, Instant now) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.REGISTRATION, to.id().value());
        details.put(Detail.AMOUNT, new Money(minorUnits, payment.currency()).kept());
        details.put(Detail.PAYMENT, payment.id().value());
        if (to.credentials().link().isPresent()) {
            details.put(Detail.LINK, links.addressOf(to));
        }
        if (to.state() == RegistrationState.AWAITING_APPROVAL) {
            details.put(Detail.APPROVAL, "asked");
        }
        to.greeted().ifPresent(name -> details.put(Detail.NAME, name));
        var letter = new Letter(kind, to.event(), to.email(), to.language(), details);
        return Posting.outgoing(id(kind, payment, minorUnits), letter, now);
    }

    private static String id(LetterKind kind, Payment payment, long minorUnits) {
        var fact = kind == LetterKind.REFUNDED ? "-" + minorUnits : "";
        return Fields.wireName(kind) + "-" + payment.id().value() + fact;
    }

    private Optional<Outgoing> alert(Payment payment, Event event, Instant now, @Nullable CheckoutRefused why) {
        return settings.alerts().map(address -> alert(payment, event, address, now, id(payment, why, now)));
    }

    private static Outgoing alert(Payment payment, Event event, EmailAddress to, Instant now, String id) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.PAYMENT, payment.id().value());
        details.put(Detail.REASON, reasons(payment));
        details.put(Detail.AMOUNT, sum(payment).kept());
        var letter = new Letter(LetterKind.PAYMENT_ALERT, event.id(), to, "en", details);
        return Posting.outgoing(id, letter, now);
    }

    /** What came, and what was asked for as long as nothing did. */
    private static Money sum(Payment payment) {
        var taken = payment.seen().taken();
        return taken > 0
                ? new Money(taken, payment.currency())
                : payment.price().due();
    }

    // What is wrong with an event's product is so for each who wants to pay: that is one letter a day.
    private static String id(Payment payment, @Nullable CheckoutRefused why, Instant now) {
        var neverOpened = why != null && payment.atProvider().isEmpty();
        return neverOpened
                ? "paymentAlert-" + payment.event().value() + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC)
                : "paymentAlert-" + payment.id().value() + "-" + payment.version();
    }

    /** Alerts are in English: those who get them have no language here. */
    private static String reasons(Payment payment) {
        var reasons = payment.needs().stream()
                .sorted()
                .map(need -> reason(need, payment.seen()))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? done(payment.seen().disputes()) : reasons;
    }

    private static String done(Disputes disputes) {
        return disputes.anyLost()
                ? "a dispute was lost, the bank took the money, and nothing is left to do"
                : "a dispute was won, and nothing is left to do";
    }

    private static String reason(Need need, Seen seen) {
        return switch (need) {
            case MISMATCH -> "what was paid is not what was asked for";
            case REFUND_FAILED -> "a refund did not reach the payer";
            case DISPUTE -> dispute(seen);
            case REFUSED -> "the payment provider refuses what is asked for";
        };
    }

    private static String dispute(Seen seen) {
        var disputes = seen.disputes();
        if (disputes.open()) {
            return "the payer disputes it at their bank" + (disputes.opened() > 1 ? " once more" : "");
        }
        if (disputes.anyLost()) {
            return seen.lostAll()
                    ? "a dispute was lost, the bank took the money, and the seat is still theirs"
                    : "a dispute was lost, the bank took a part of the money, and the provider sends none of the rest";
        }
        return "a dispute was won after the seat had ended, and the money is kept";
    }
}
