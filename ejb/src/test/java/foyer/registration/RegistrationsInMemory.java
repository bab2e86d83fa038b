package foyer.registration;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps registrations as long as the test runs, and what they told. */
public class RegistrationsInMemory implements Registrations {
    private final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();
    private final Map<RegistrationId, Receipt> receipts = new LinkedHashMap<>();
    private final Set<RegistrationId> used = new HashSet<>();
    private final Set<RegistrationId> waitingReceipts = new HashSet<>();
    private final Map<EventId, Long> offered = new HashMap<>();
    private final Map<EventId, Capacity> newest = new HashMap<>();
    private final List<Outgoing> told = new ArrayList<>();

    /** All that was told so far, in order. */
    public synchronized List<Outgoing> told() {
        return List.copyOf(told);
    }

    public synchronized List<Registration> all() {
        return List.copyOf(registrations.values());
    }

    @Override
    public synchronized Optional<Registration> find(RegistrationId id) {
        return Optional.ofNullable(registrations.get(id));
    }

    @Override
    public synchronized Optional<Registration> ownerOf(EventId event, EmailAddress email) {
        return of(event).stream()
                .filter(one -> one.email().equals(email) && !one.state().over())
                .findFirst();
    }

    @Override
    public synchronized Optional<Receipt> receipt(RegistrationId id) {
        return Optional.ofNullable(receipts.get(id)).filter(receipt -> !used.contains(id));
    }

    @Override
    public synchronized Optional<Receipt> lastReceiptOf(EventId event, EmailAddress email) {
        return ownerOf(event, email)
                .flatMap(owner -> receipts.values().stream()
                        .filter(receipt -> receipt.owner().equals(owner.id()))
                        .reduce((earlier, later) -> later))
                .flatMap(last -> receipt(last.id()));
    }

    @Override
    public synchronized Optional<RegistrationId> ownerByReceipt(RegistrationId receipt) {
        return Optional.ofNullable(receipts.get(receipt)).map(Receipt::owner);
    }

    @Override
    public synchronized boolean waits(RegistrationId id) {
        return waitingReceipts.contains(id)
                || find(id).filter(found -> found.state() == RegistrationState.WAITING)
                        .isPresent();
    }

    @Override
    public Alongside using(Receipt receipt) {
        return new AlongsideInMemory(
                () -> {
                    if (!receipts.containsKey(receipt.id()) || used.contains(receipt.id())) {
                        throw new BadCredentials();
                    }
                },
                () -> used.add(receipt.id()));
    }

    @Override
    public synchronized Registered add(Registration registration, Capacity capacity, Outgoing first, Outgoing again) {
        var owner = ownerOf(registration.event(), registration.email());
        if (owner.filter(one -> one.id().equals(registration.id())).isPresent()) {
            return new Registered(registration, true);
        }
        if (receipts.containsKey(registration.id())) {
            return new Registered(registration, false);
        }
        if (registration.state().seated() && free(registration.event(), capacity) <= 0) {
            throw new SoldOut();
        }
        if (owner.isPresent()) {
            var receipt = new Receipt(registration.id(), owner.get().id(), registration.credentials());
            receipts.put(registration.id(), receipt);
            if (registration.state() == RegistrationState.WAITING) {
                waitingReceipts.add(registration.id());
            }
            told.add(again);
            return new Registered(registration, false);
        }
        registrations.put(registration.id(), registration);
        told.add(first);
        return new Registered(registration, true);
    }

    @Override
    public synchronized void replace(Registration before, Registration after, Alongside alongside, Outgoing... facts) {
        if (after.state().seated() && !before.state().seated()) {
            throw new IllegalArgumentException("Who gets a seat is seated.");
        }
        write(before, after, alongside, facts);
        if (before.state().seated()
                && !after.state().seated()
                && !waiting(after.event(), 1).isEmpty()) {
            offered.merge(after.event(), 1L, Long::sum);
        }
    }

    @Override
    public synchronized void seat(
            Registration before, Registration after, Capacity capacity, Alongside alongside, Outgoing... facts) {
        var returns = before.state().over();
        var aside = returns ? 0 : aside(after.event(), capacity);
        if (aside <= 0 && free(after.event(), capacity) <= 0) {
            throw new SoldOut();
        }
        if (returns && ownerOf(after.event(), after.email()).isPresent()) {
            throw new AddressTaken();
        }
        write(before, after, alongside, facts);
        if (aside > 0) {
            offered.put(after.event(), aside - 1);
        }
    }

    @Override
    public synchronized boolean full(EventId event, Capacity capacity) {
        return free(event, capacity) <= 0;
    }

    @Override
    public synchronized Page<Registration> list(RegistrationQuery query) {
        var all = registrations.values().stream()
                .filter(query::wants)
                .sorted(Comparator.comparing(RegistrationsInMemory::place).reversed())
                .filter(one -> query.position() == null || place(one).compareTo(query.position()) < 0)
                .toList();
        return all.size() <= query.limit()
                ? new Page<>(all, null)
                : new Page<>(all.subList(0, query.limit()), place(all.get(query.limit() - 1)));
    }

    @Override
    public synchronized List<Registration> heldBefore(Instant moment, int most) {
        return registrations.values().stream()
                .filter(one -> one.holdOver(moment))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<EventId> awaited() {
        return registrations.values().stream()
                .filter(one -> one.state() == RegistrationState.WAITING)
                .map(Registration::event)
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<Registration> waiting(EventId event, int most) {
        return of(event).stream()
                .filter(one -> one.state() == RegistrationState.WAITING)
                .sorted(Comparator.comparing(Registration::createdAt))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void endWaiting(EventId event, Instant now) {
        offered.remove(event);
    }

    private void write(Registration before, Registration after, Alongside alongside, Outgoing... facts) {
        if (!isThere(before)) {
            throw new VersionConflict("registration");
        }
        AlongsideInMemory.write(alongside);
        registrations.put(after.id(), after);
        Stream.of(facts).filter(fact -> !told.contains(fact)).forEach(told::add);
    }

    /** Whether what is kept is what the writer has read. */
    protected boolean isThere(Registration before) {
        var there = registrations.get(before.id());
        return there != null && there.version() == before.version();
    }

    /** How many seats anybody can have. */
    protected long free(EventId event, Capacity asked) {
        var capacity = newest.merge(
                event, asked, (known, other) -> other.eventVersion() > known.eventVersion() ? other : known);
        var taken = of(event).stream().filter(one -> one.state().seated()).count();
        return capacity.seats() - taken - offered.getOrDefault(event, 0L);
    }

    /** Where there are too few seats, those that are put aside are the first to go. */
    private long aside(EventId event, Capacity asked) {
        var missing = Math.max(0, -free(event, asked));
        var left = Math.max(0, offered.getOrDefault(event, 0L) - missing);
        offered.put(event, left);
        return left;
    }

    private List<Registration> of(EventId event) {
        return registrations.values().stream()
                .filter(one -> one.event().equals(event))
                .toList();
    }

    private static String place(Registration registration) {
        return String.format(
                java.util.Locale.ROOT,
                "%015d:%s",
                registration.createdAt().toEpochMilli(),
                registration.id().value());
    }
}
