package foyer.payment.provider;

import foyer.event.Event;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.registration.Registration;
import foyer.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A payment provider as long as the test runs, with the payers' and the banks' side of it. */
public class CheckoutsInMemory implements Checkouts {
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    private final Clock clock;
    private final Map<String, Kept> checkouts = new LinkedHashMap<>();
    private final AnswersByKey answers;
    private final JournalInMemory journal = new JournalInMemory();
    private final Map<PaymentId, Long> atStake = new HashMap<>();
    private boolean poor;
    private Duration pace = Duration.ZERO;

    /** How the next call that has a key fails, as {@link KeySpent}: the key answers that from then on, for a day. */
    public enum Failure {
        NOT_DONE,
        DONE
    }

    /** One checkout by the provider's books. */
    private record Kept(PaymentId payment, Money price, Instant createdAt, Instant expiresAt, Seen seen) {
        Kept seeing(Seen more) {
            return new Kept(payment, price, createdAt, expiresAt, more);
        }
    }

    public CheckoutsInMemory(Clock clock) {
        this.clock = clock;
        answers = new AnswersByKey(clock);
    }

    @Override
    public synchronized Checkout open(Payment payment, Registration registration, Event event) {
        var key = "open " + payment.id() + " " + payment.tries();
        return once(key, payment.price(), () -> opened(payment), Checkout.class);
    }

    private Checkout opened(Payment payment) {
        var expiresAt = latest(payment.payableUntil(), payment.createdAt().plus(SHORTEST));
        if (expiresAt.isBefore(clock.instant().plus(SHORTEST.minusMinutes(1)))) {
            throw new CheckoutRefused("expires_at is too near", new IllegalArgumentException());
        }
        var id = "cs_" + payment.id() + "_" + checkouts.size();
        var now = clock.instant();
        checkouts.put(id, new Kept(payment.id(), payment.price().due(), now, expiresAt, Seen.at(Progress.OPEN)));
        return new Checkout(id, "https://pay.example/" + id);
    }

    @Override
    public synchronized Seen look(Payment payment) {
        return kept(payment).seen();
    }

    @Override
    public synchronized void close(Payment payment) {
        change(payment, seen -> seen.progress() == Progress.OPEN ? seen.joined(Seen.at(Progress.EXPIRED)) : seen);
    }

    @Override
    public synchronized void refund(Payment payment, long minorUnits) {
        var key = "refund " + payment.id() + " " + payment.seen().ours() + " " + payment.tries();
        if (once(key, minorUnits, () -> result(payment, minorUnits), Object.class) instanceof CheckoutRefused refused) {
            throw refused;
        }
    }

    /** A refusal of what was asked for rightly is a result like any other. */
    private Object result(Payment payment, long minorUnits) {
        try {
            return ordered(payment, minorUnits);
        } catch (CheckoutRefused refused) {
            return refused;
        }
    }

    /** Whether our own account has nothing to give back. */
    public synchronized void poor(boolean now) {
        poor = now;
    }

    @Override
    public boolean has(Money amount) {
        return amount.currency().getDefaultFractionDigits() < 3 || amount.minorUnits() % 10 == 0;
    }

    private Seen ordered(Payment payment, long minorUnits) {
        if (poor) {
            throw new CheckoutRefused("the account has not so much", new IllegalArgumentException());
        }
        var there = kept(payment).seen();
        if (minorUnits < 1 || minorUnits > there.taken() - there.returned()) {
            throw new CheckoutRefused("the charge has not so much left", new IllegalArgumentException());
        }
        if (there.disputes().standing()) {
            throw new CheckoutRefused("the charge is disputed", new IllegalArgumentException());
        }
        change(payment, seen -> with(seen, seen.ordered() + minorUnits, seen.failed(), seen.disputes()));
        return kept(payment).seen();
    }

    /** Whether it answers under this key what it answered before. */
    protected boolean remembers(String key) {
        return true;
    }

    /** How many checkouts a payment has. */
    public synchronized long begun(PaymentId payment) {
        return checkouts.values().stream()
                .filter(kept -> kept.payment().equals(payment))
                .count();
    }

    /** From now on the next call with a key fails. */
    public synchronized void failNext(@Nullable Failure failure) {
        answers.failNext(failure);
    }

    private <T> T once(String key, Object parameters, Supplier<T> work, Class<T> kind) {
        if (!remembers(key)) {
            answers.forget(key);
        }
        return answers.once(key, parameters, work, kind);
    }

    @Override
    public Optional<PaymentId> read(byte[] notice, @Nullable String signature) {
        var id = new String(notice, StandardCharsets.UTF_8);
        if (!id.equals(signature)) {
            throw new BadSignature("This was not signed.");
        }
        return Optional.of(new PaymentId(id));
    }

    @Override
    public synchronized Heard heardSince(@Nullable String place) {
        return journal.since(place);
    }

    /** Its journal does not reach back any more to what has happened so far. */
    public synchronized void forgetJournal() {
        journal.forget();
    }

    @Override
    public synchronized Statement statement(Instant from, Instant to, @Nullable String position) {
        return new Statement(
                checkouts.entrySet().stream()
                        .filter(kept -> begunIn(kept.getValue(), from, to))
                        .map(kept -> new Entry(
                                kept.getKey(),
                                kept.getValue().payment(),
                                kept.getValue().seen()))
                        .toList(),
                null);
    }

    private static boolean begunIn(Kept kept, Instant from, Instant to) {
        return !kept.createdAt().isBefore(from) && kept.createdAt().isBefore(to);
    }

    @Override
    public Line line() {
        return new Line(0, Duration.ZERO);
    }

    @Override
    public Duration pace() {
        return pace;
    }

    /** From now on it takes this long from one checkout to the next. */
    public void pace(Duration now) {
        pace = now;
    }

    /** Somebody pays, unless the checkout is closed. */
    public void pay(Payment payment) {
        pay(payment, kept(payment).price());
    }

    public synchronized void pay(Payment payment, Money sum) {
        change(payment, seen -> payable(seen) ? paid(seen, sum) : seen);
    }

    /** Somebody pays by a method that takes its time. */
    public synchronized void payLater(Payment payment) {
        change(payment, seen -> seen.progress() == Progress.OPEN ? seen.joined(Seen.at(Progress.PROCESSING)) : seen);
    }

    /** The money of such a method does not come. */
    public synchronized void fail(Payment payment) {
        change(payment, seen -> seen.progress() == Progress.PROCESSING ? seen.joined(Seen.at(Progress.FAILED)) : seen);
    }

    public synchronized void dispute(Payment payment, Disputes disputes) {
        change(payment, seen -> with(seen, seen.ordered(), seen.failed(), disputes));
    }

    /** The payer wants all from the bank that is left. */
    public synchronized void dispute(Payment payment) {
        var seen = look(payment);
        dispute(payment, seen.taken() - seen.returned());
    }

    /** The same of a part. */
    public synchronized void dispute(Payment payment, long minorUnits) {
        atStake.put(payment.id(), minorUnits);
        dispute(payment, look(payment).disputes().and(Disputes.OPEN));
    }

    /** The bank decides on the one that is open. */
    public synchronized void decide(Payment payment, boolean won) {
        var known = look(payment).disputes();
        var taken = won ? 0 : atStake.getOrDefault(payment.id(), 0L);
        dispute(
                payment,
                new Disputes(
                        known.opened(),
                        known.won() + (won ? 1 : 0),
                        known.lost() + (won ? 0 : 1),
                        known.lostAmount() + taken));
    }

    /** What went back comes to us again. */
    public synchronized void failRefund(Payment payment, long minorUnits) {
        change(payment, seen -> with(seen, seen.ordered(), seen.failed() + minorUnits, seen.disputes()));
    }

    /** Somebody gives back at the provider, past us. */
    public synchronized void refundThere(Payment payment, long minorUnits) {
        change(
                payment,
                seen -> new Seen(
                        seen.progress(),
                        seen.charged(),
                        seen.ordered() + minorUnits,
                        seen.failed(),
                        seen.elsewhere() + minorUnits,
                        seen.disputes(),
                        seen.flaws()));
    }

    public synchronized void flaw(Payment payment, Flaw flaw) {
        change(
                payment,
                seen -> new Seen(
                        seen.progress(),
                        seen.charged(),
                        seen.ordered(),
                        seen.failed(),
                        seen.elsewhere(),
                        seen.disputes(),
                        EnumSet.of(flaw)));
    }

    /** What payers have paid and not got back, in minor units. */
    public synchronized long held() {
        return checkouts.values().stream()
                .mapToLong(kept -> kept.seen().taken() - kept.seen().returned())
                .sum();
    }

    private static boolean payable(Seen seen) {
        return seen.progress() == Progress.OPEN || seen.progress() == Progress.PROCESSING;
    }

    private static Seen paid(Seen seen, Money sum) {
        return new Seen(
                Progress.PAID, sum, seen.ordered(), seen.failed(), seen.elsewhere(), seen.disputes(), seen.flaws());
    }

    private static Seen with(Seen seen, long ordered, long failed, Disputes disputes) {
        return new Seen(seen.progress(), seen.charged(), ordered, failed, seen.elsewhere(), disputes, seen.flaws());
    }

    private Kept kept(Payment payment) {
        var id = payment.atProvider().orElseThrow().id();
        var kept = Objects.requireNonNull(checkouts.get(id));
        if (kept.seen().progress() == Progress.OPEN && !clock.instant().isBefore(kept.expiresAt())) {
            kept = kept.seeing(kept.seen().joined(Seen.at(Progress.EXPIRED)));
            checkouts.put(id, kept);
            journal.add(kept.payment());
        }
        return kept;
    }

    private void change(Payment payment, UnaryOperator<Seen> change) {
        var before = kept(payment);
        var after = before.seeing(change.apply(before.seen()));
        if (!after.equals(before)) {
            checkouts.put(payment.atProvider().orElseThrow().id(), after);
            journal.add(before.payment());
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
