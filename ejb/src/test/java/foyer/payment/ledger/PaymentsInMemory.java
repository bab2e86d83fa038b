package foyer.payment.ledger;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps payments as long as the test runs, and what they told. */
public class PaymentsInMemory implements Payments {
    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final List<Outgoing> told = new ArrayList<>();
    private final Watcher watcher;

    /** Told of each write. */
    public interface Watcher {
        void changed(@Nullable Payment before, Payment after);
    }

    public PaymentsInMemory() {
        this((before, after) -> {});
    }

    public PaymentsInMemory(Watcher watcher) {
        this.watcher = watcher;
    }

    /** All that was told so far, in order. */
    public synchronized List<Outgoing> told() {
        return List.copyOf(told);
    }

    public synchronized List<Payment> all() {
        return List.copyOf(payments.values());
    }

    @Override
    public synchronized Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(payments.get(id));
    }

    @Override
    public Alongside adding(Payment payment) {
        return new AlongsideInMemory(() -> refuse(payments.containsKey(payment.id())), () -> put(payment));
    }

    @Override
    public Alongside replacing(Payment before, Payment after) {
        return new AlongsideInMemory(() -> refuse(!isThere(before)), () -> put(after));
    }

    @Override
    public synchronized void replace(Payment before, Payment after, Alongside alongside, Outgoing... facts) {
        AlongsideInMemory.write(Alongside.of(replacing(before, after), alongside));
        Stream.of(facts)
                .filter(fact -> told.stream().noneMatch(one -> one.id().equals(fact.id())))
                .forEach(told::add);
    }

    @Override
    public synchronized boolean call(PaymentId id, Instant now) {
        var there = payments.get(id);
        if (there == null
                || (there.calledFor()
                        && there.next().filter(due -> !due.isAfter(now)).isPresent())) {
            return false;
        }
        callNow(id, now);
        return true;
    }

    @Override
    public Alongside calling(PaymentId id, Instant now) {
        return new AlongsideInMemory(
                () -> {
                    if (find(id).isEmpty()) {
                        throw new NotFound("payment");
                    }
                },
                () -> callNow(id, now));
    }

    @Override
    public synchronized List<Payment> of(RegistrationId registration) {
        return sorted(payment -> payment.registration().equals(registration));
    }

    @Override
    public synchronized Page<Payment> ofEvent(EventId event, int limit, @Nullable String position) {
        return page(sorted(payment -> payment.event().equals(event)), limit, position);
    }

    @Override
    public synchronized Page<Payment> ofDay(LocalDate day, int limit, @Nullable String position) {
        return page(
                sorted(payment ->
                        LocalDate.ofInstant(payment.createdAt(), ZoneOffset.UTC).equals(day)),
                limit,
                position);
    }

    @Override
    public synchronized List<Payment> due(Instant now, int most) {
        return payments.values().stream()
                .filter(payment ->
                        payment.next().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(payment -> payment.next().orElseThrow()))
                .limit(most)
                .toList();
    }

    private synchronized void callNow(PaymentId id, Instant now) {
        Optional.ofNullable(payments.get(id)).ifPresent(there -> put(there.dueAt(now, now)));
    }

    /** Whether what is kept is what the writer has read. */
    protected boolean isThere(Payment before) {
        var there = payments.get(before.id());
        return there != null && there.version() == before.version();
    }

    private synchronized void put(Payment payment) {
        watcher.changed(payments.put(payment.id(), payment), payment);
    }

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new VersionConflict("payment");
        }
    }

    private List<Payment> sorted(Predicate<Payment> wanted) {
        return payments.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Payment::createdAt)
                        .thenComparing(payment -> payment.id().value()))
                .toList();
    }

    private static Page<Payment> page(List<Payment> all, int limit, @Nullable String position) {
        var left = all.stream()
                .filter(one -> position == null || place(one).compareTo(position) > 0)
                .toList();
        return left.size() <= limit
                ? new Page<>(left, null)
                : new Page<>(left.subList(0, limit), place(left.get(limit - 1)));
    }

    private static String place(Payment payment) {
        return String.format(
                java.util.Locale.ROOT,
                "%015d:%s",
                payment.createdAt().toEpochMilli(),
                payment.id().value());
    }
}
