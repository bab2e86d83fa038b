package foyer.payment;

import static java.util.Objects.requireNonNull;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.event.EventState;
import foyer.event.SomeEvents;
import foyer.registration.Application;
import foyer.registration.Credentials;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.Money;
import foyer.shared.Outgoing;
import foyer.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One life of a house, made up from a seed: the same seed is the same life. */
final class History {
    private static final Duration[] AHEAD = {
        Duration.ZERO, Duration.ZERO, Duration.ofSeconds(70), Duration.ofMinutes(10), Duration.ofMinutes(-10)
    };
    private static final Outgoing LETTER = SomeRegistrations.aLetter("registered");
    private static final List<Deed> AT_ONCE = List.of(
            Deed.CHECK_OUT,
            Deed.CHECK_OUT_IN_A_SECOND_TAB,
            Deed.CHECK_OUT_BY_VOUCHER,
            Deed.CHECK_OUT_BY_VOUCHER,
            Deed.CHECK_OUT_FOR_NOTHING,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.COME_BACK,
            Deed.TIMER,
            Deed.TIMER,
            Deed.HOLDS_END,
            Deed.RECONCILE,
            Deed.RECONCILE,
            Deed.REFUND_A_PART,
            Deed.REFUND_ALL,
            Deed.WITHDRAW,
            Deed.REVOKE,
            Deed.PUT_AWAY,
            Deed.PAY,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.DISPUTE,
            Deed.DISPUTE);
    // A checkout passes some twenty on its way to the provider and back: two for each call.
    private static final int MOST_GATES = 26;
    private static final int MOST_DISPUTES = 4;
    private static final List<Deed> DRAWN = drawn();

    private final SplittableRandom random;
    private final SimulatedHouse house;
    private final List<String> words = new ArrayList<>();
    private final boolean reconciled;
    private final boolean spoken;
    private final Adjacent adjacent;

    /** @param spoken whether it shall be told in words */
    History(long seed, Keepers keepers, boolean spoken, Adjacent adjacent) {
        this.random = new SplittableRandom(seed);
        this.spoken = spoken;
        this.adjacent = adjacent;
        this.reconciled = random.nextBoolean();
        var events = SimulatedEvents.ALL;
        var ahead = AHEAD[random.nextInt(AHEAD.length)];
        this.house = new SimulatedHouse(keepers, events.get(random.nextInt(events.size())), ahead);
        vouchers();
        if (reconciled) {
            house.nodes.get(0).reconciling.reconcile();
        }
    }

    /** What is wrong at its end; empty: nothing. */
    List<String> live() {
        try {
            var deeds = 10 + random.nextInt(24);
            @Nullable Deed before = begin();
            for (var done = 0; done < deeds && house.faults.isEmpty(); done++) {
                var deed = next();
                adjacent.count(before, deed);
                before = deed;
            }
            if (house.faults.isEmpty()) {
                end(before);
                comeToRest();
                new Balanced(house).check();
            }
        } catch (RuntimeException bug) {
            house.faults.add("a bug: " + bug + " at " + bug.getStackTrace()[0]);
        }
        return house.faults;
    }

    List<String> words() {
        return words;
    }

    // Nothing happens in a house to which nobody comes.
    private Deed begin() {
        register();
        if (random.nextInt(6) == 0) {
            register();
            adjacent.count(Deed.REGISTER, Deed.REGISTER);
            return Deed.REGISTER;
        }
        var work = random.nextInt(8) == 0 ? null : work(Deed.CHECK_OUT);
        if (work == null) {
            return Deed.REGISTER;
        }
        work.run();
        adjacent.count(Deed.REGISTER, Deed.CHECK_OUT);
        var paid = random.nextInt(4) == 0 ? null : work(Deed.PAY);
        if (paid == null) {
            return Deed.CHECK_OUT;
        }
        paid.run();
        house.listen();
        adjacent.count(Deed.CHECK_OUT, Deed.PAY);
        return Deed.PAY;
    }

    // What is forgotten while two are at it is often seen by whoever comes later: mostly nobody does.
    private void end(@Nullable Deed before) {
        var both = random.nextInt(4) == 0 ? null : both();
        if (both != null) {
            both.run();
            house.gate.calmMeanwhile();
            house.listen();
            adjacent.count(before, Deed.BOTH_AT_ONCE);
        }
    }

    private Deed next() {
        while (true) {
            var deed = DRAWN.get(random.nextInt(DRAWN.size()));
            var work = work(deed);
            if (work != null) {
                work.run();
                house.gate.calmMeanwhile();
                house.listen();
                return deed;
            }
        }
    }

    /** Null where it cannot happen now. */
    private @Nullable Runnable work(Deed deed) {
        return switch (deed) {
            case REGISTER -> this::register;
            case CHECK_OUT ->
                viewer(deed, (node, id, token) -> node.taking.checkout(id, token, null, null, SomePayments.NETWORK));
            case CHECK_OUT_IN_A_SECOND_TAB ->
                viewer(deed, (node, id, token) -> node.taking.checkout(id, token, null, "", SomePayments.NETWORK));
            case CHECK_OUT_BY_VOUCHER ->
                viewer(deed, (node, id, token) -> node.taking.checkout(id, token, null, "half", SomePayments.NETWORK));
            case CHECK_OUT_FOR_NOTHING ->
                viewer(deed, (node, id, token) -> node.taking.checkout(id, token, null, "FREE", SomePayments.NETWORK));
            case PAY -> outside(deed, payment -> true, house.checkouts::pay);
            case PAY_BY_DEBIT -> outside(deed, payment -> true, house.checkouts::payLater);
            case DEBIT_FAILS -> outside(deed, payment -> true, house.checkouts::fail);
            case PAY_ANOTHER_SUM ->
                outside(
                        deed,
                        payment -> true,
                        payment -> house.checkouts.pay(payment, new Money(700, SimulatedEvents.EUR)));
            case NOTICE -> notice(deed, true);
            case NOTICE_TWICE -> notice(deed, false);
            case NOTICE_LOST -> reconciled ? () -> lost(deed) : null;
            case COME_BACK -> comeBack();
            case TIMER -> machine(deed, this::timer);
            case HOLDS_END ->
                machine(deed, node -> {
                    node.freeing.expireHolds();
                    node.freeing.offerSeats();
                });
            case RECONCILE -> reconciled ? machine(deed, node -> node.reconciling.reconcile()) : null;
            case REFUND_A_PART -> refund(deed, Optional.of(100L + random.nextInt(400)));
            case REFUND_ALL -> refund(deed, Optional.empty());
            case REFUND_REPEATED -> refundAgain(deed);
            case REFUND_THERE -> outside(deed, this::paid, this::refundThere);
            case REFUND_FAILS ->
                outside(
                        deed,
                        payment -> house.checkouts.look(payment).ordered() > 0,
                        payment -> house.checkouts.failRefund(
                                payment, house.checkouts.look(payment).returned()));
            case DISPUTE -> outside(deed, this::paid, this::dispute);
            case DISPUTE_WON -> outside(deed, this::disputed, payment -> decide(payment, true));
            case DISPUTE_LOST -> outside(deed, this::disputed, payment -> decide(payment, false));
            case WITHDRAW -> viewer(deed, (node, id, token) -> node.withdrawing.withdraw(id, token));
            case REVOKE -> viewer(deed, (node, id, token) -> node.withdrawing.revoke(id, SomePayments.OPERATOR));
            case APPROVE -> viewer(deed, (node, id, token) -> node.attending.approve(id));
            case PRICE_CHANGES -> () -> change(deed, History::atAnotherPrice);
            case ANOTHER_WAY_IN -> () -> change(deed, History::byAnotherWay);
            case CALL_OFF -> () -> change(deed, before -> SomeEvents.cancelledAt(before, house.now()));
            case PUT_AWAY -> putAway(deed);
            case SECONDS_PASS -> () -> pass(Duration.ofSeconds(1 + random.nextInt(100)));
            case AN_HOUR_PASSES -> () -> pass(Duration.ofMinutes(20 + random.nextInt(60)));
            case SILENCE_AHEAD -> () -> arm(deed, Gate.Blow.SILENCE);
            case CRASH_AHEAD -> () -> arm(deed, Gate.Blow.CRASH);
            case KEY_SPENT_AND_DONE -> () -> spend(deed, CheckoutsInMemory.Failure.DONE);
            case KEY_SPENT_NOT_DONE -> () -> spend(deed, CheckoutsInMemory.Failure.NOT_DONE);
            case BOTH_AT_ONCE -> both();
        };
    }

    private interface Viewing {
        void as(SimulatedNode node, RegistrationId id, @Nullable String token);
    }

    private interface Machine {
        void on(SimulatedNode node);
    }

    private interface Outside {
        void with(Payment payment);
    }

    private void vouchers() {
        for (var voucher : SimulatedEvents.VOUCHERS) {
            house.vouchers.add(voucher);
        }
    }

    private void register() {
        var node = node();
        var number = house.people.size();
        var id = new RegistrationId(("r" + number + "xxxxxxxxxxxxxxxxxxxxx").substring(0, 22));
        var email = new EmailAddress("p" + random.nextInt(4) + "@example.org");
        var voucher = random.nextInt(3) == 0 ? "HALF" : null;
        var application = new Application(
                id, email, Map.of(), "en", false, Credentials.NONE.withLink("seed"), voucher, kept -> LETTER, LETTER);
        attempt(() -> "register " + email, () -> {
            var registered = node.registering.register(house.event, application);
            if (house.registrations.find(id).isPresent()) {
                house.people.add(id);
                house.registrations.find(registered.submitted().id()).ifPresent(kept -> prove(node, kept));
            }
        });
    }

    private void prove(SimulatedNode node, Registration kept) {
        var approval = house.event.plan().enrolment().approval();
        house.registrations.replace(kept, kept.prove(approval, node.clock.instant()));
    }

    private @Nullable Runnable viewer(Deed deed, Viewing work) {
        if (house.people.isEmpty()) {
            return null;
        }
        var node = node();
        var id = house.people.get(random.nextInt(house.people.size()));
        return () -> {
            Runnable asking = () -> work.as(node, id, token(node, id));
            // As the page does where no answer comes.
            if (!attempt(() -> deed + " " + id, asking)) {
                attempt(() -> deed + " " + id + " again", asking);
            }
        };
    }

    private @Nullable String token(SimulatedNode node, RegistrationId id) {
        var registration = house.registration(id);
        if (registration.credentials().link().isEmpty()) {
            return null;
        }
        var link = node.links.addressOf(registration);
        return link.substring(link.indexOf("?k=") + 3);
    }

    private @Nullable Runnable comeBack() {
        var payment = any(one -> true);
        if (payment == null) {
            return null;
        }
        var node = node();
        var id = payment.registration();
        return () ->
                attempt(() -> "COME_BACK " + named(payment), () -> node.taking.look(payment.id(), token(node, id)));
    }

    private Runnable machine(Deed deed, Machine work) {
        var node = node();
        return () -> attempt(() -> deed + " on " + house.nodes.indexOf(node), () -> work.on(node));
    }

    private void timer(SimulatedNode node) {
        if (house.toBeCalledOff) {
            house.payments.all().forEach(payment -> node.payments.call(payment.id(), node.clock.instant()));
            house.toBeCalledOff = false;
        }
        node.settleWhatIsDue();
    }

    private @Nullable Runnable refund(Deed deed, Optional<Long> amount) {
        var payment = any(one -> one.seen().taken() > 0);
        if (payment == null) {
            return null;
        }
        var order = new Ordered("order " + random.nextInt(), payment.id(), amount);
        var node = node();
        return () -> {
            house.ordered.add(order);
            // As operators' tools do where no answer comes.
            if (!order(deed, order, node)) {
                order(deed, order, node);
            }
        };
    }

    private @Nullable Runnable refundAgain(Deed deed) {
        if (house.ordered.isEmpty()) {
            return null;
        }
        var order = house.ordered.get(random.nextInt(house.ordered.size()));
        var node = node();
        return () -> order(deed, order, node);
    }

    private boolean order(Deed deed, Ordered order, SimulatedNode node) {
        return attempt(
                () -> deed + " " + order,
                () -> node.refunding.refund(order.payment(), order.amount(), order.id(), "operator"));
    }

    /** What an operator ordered under a key. */
    record Ordered(String id, PaymentId payment, Optional<Long> amount) {}

    private @Nullable Runnable outside(Deed deed, Predicate<Payment> fit, Outside work) {
        var payment = any(one -> one.checkout() != null && fit.test(one));
        return payment == null
                ? null
                : () -> {
                    work.with(payment);
                    say(() -> deed + " " + named(payment) + ", now " + house.checkouts.look(payment));
                };
    }

    private boolean paid(Payment payment) {
        return house.checkouts.look(payment).paid();
    }

    private void refundThere(Payment payment) {
        var seen = house.checkouts.look(payment);
        if (seen.taken() <= seen.returned() || seen.disputes().standing()) {
            return;
        }
        var left = seen.taken() - seen.returned();
        var sum = random.nextBoolean() ? left : 1 + random.nextLong(left);
        house.checkouts.refundThere(payment, sum);
        house.sentBackThere.merge(payment.id(), sum, Long::sum);
    }

    private void dispute(Payment payment) {
        var known = house.checkouts.look(payment).disputes();
        if (!known.open() && known.opened() < MOST_DISPUTES) {
            house.checkouts.dispute(payment, known.and(Disputes.OPEN));
        }
    }

    private boolean disputed(Payment payment) {
        return house.checkouts.look(payment).disputes().opened() > 0;
    }

    // Banks repeat themselves, and what they said once holds.
    private void decide(Payment payment, boolean won) {
        if (house.checkouts.look(payment).disputes().open()) {
            house.checkouts.decide(payment, won);
        }
    }

    private @Nullable Runnable notice(Deed deed, boolean last) {
        var known = any(payment -> payment.checkout() != null);
        if (known == null) {
            return null;
        }
        var pending = house.notices.size();
        return notice(deed, pending == 0 ? known.id() : house.notices.get(random.nextInt(pending)), last);
    }

    private Runnable notice(Deed deed, PaymentId about, boolean last) {
        var node = node();
        return () -> {
            house.notices.remove(about);
            if (!attempt(() -> deed + " on " + house.nodes.indexOf(node), () -> hear(node, about)) || !last) {
                house.repeat(about);
            }
        };
    }

    private static void hear(SimulatedNode node, PaymentId about) {
        node.hearing.hear(about.value().getBytes(StandardCharsets.UTF_8), about.value());
    }

    private void lost(Deed deed) {
        if (!house.notices.isEmpty()) {
            house.notices.remove(random.nextInt(house.notices.size()));
        }
        say(deed::toString);
    }

    // What is put away changes no more, and to call off twice is the same as once.
    private void change(Deed deed, UnaryOperator<Event> decision) {
        var before = house.event;
        var after = before.decided() == EventState.ARCHIVED ? before : decision.apply(before);
        if (!after.equals(before)) {
            house.events.replace(before, after);
            house.event = after;
            house.toBeCalledOff |= SomeEvents.callsOff(before, after, house.now());
        }
        say(() -> deed + ", now " + after);
    }

    private static Event atAnotherPrice(Event before) {
        var price = before.plan().admission().payment().price().orElseThrow();
        var changed = new HashMap<Object, Object>(
                (Map<?, ?>) requireNonNull(before.plan().tree().get("paymentConfig")));
        changed.put("price", price.minorUnits() == 1200 ? 1500L : 1200L);
        return SomeEvents.replanned(before, "paymentConfig", changed);
    }

    private static Event byAnotherWay(Event before) {
        var other = before.authType() == AuthType.PAYMENT ? "email" : "payment";
        return SomeEvents.replanned(before, "authType", other);
    }

    /** Whether anybody counts on it is asked first; then it is done, whoever got a seat meanwhile. */
    private Runnable putAway(Deed deed) {
        var promised = house.event.decided() != EventState.CANCELLED
                && house.registrations.all().stream().anyMatch(History::countsOnIt);
        return () -> change(deed, before -> promised ? before : SomeEvents.archived(before, house.now()));
    }

    private static boolean countsOnIt(Registration registration) {
        return registration.state() == RegistrationState.CONFIRMED
                || (registration.state() == RegistrationState.AWAITING_APPROVAL
                        && registration.paymentStatus() == PaymentStatus.COMPLETED);
    }

    private void pass(Duration time) {
        house.pass(time);
        say(() -> time + " pass, until " + house.now());
    }

    private void arm(Deed deed, Gate.Blow blow) {
        var gates = random.nextInt(MOST_GATES);
        house.gate.arm(blow, gates);
        say(() -> deed + " in " + gates);
    }

    private void spend(Deed deed, CheckoutsInMemory.Failure failure) {
        house.checkouts.failNext(failure);
        say(deed::toString);
    }

    private @Nullable Runnable both() {
        var first = AT_ONCE.get(random.nextInt(AT_ONCE.size()));
        var second = random.nextInt(3) == 0 ? first : AT_ONCE.get(random.nextInt(AT_ONCE.size()));
        var one = work(first);
        var other = work(second);
        if (one == null || other == null) {
            return null;
        }
        var gates = random.nextInt(MOST_GATES);
        return () -> {
            say(() -> "BOTH_AT_ONCE, the second at gate " + gates);
            house.gate.interrupt(() -> withNotice(other), gates);
            one.run();
        };
    }

    /** What happens outside is heard of at once. */
    private void withNotice(Runnable other) {
        other.run();
        house.listen().forEach(about -> notice(Deed.NOTICE, about, true).run());
    }

    /** No more faults, and time until nothing is left to do. */
    private void comeToRest() {
        house.gate.calm();
        house.checkouts.failNext(null);
        say(() -> "From here on nothing fails, and nobody does anything any more.");
        // Longer than any lease, by any clock.
        pass(Duration.ofMinutes(15));
        for (var round = 0; round < 120; round++) {
            arriveOrFail();
            house.listen();
            var node = house.nodes.get(round % 2);
            if (reconciled) {
                house.notices.clear();
                attempt(() -> "reconcile", house.nodes.get(0).reconciling::reconcile);
            } else {
                house.notices.forEach(about -> hear(node, about));
                house.notices.clear();
            }
            attempt(() -> "free seats", node.freeing::expireHolds);
            attempt(() -> "offer seats", node.freeing::offerSeats);
            attempt(() -> "timer", () -> timer(node));
            house.listen();
            var waits = Rest.next(house);
            if (waits.isEmpty() && house.notices.isEmpty() && round > 0) {
                return;
            }
            var time = waits.orElse(Duration.ofMinutes(3));
            pass(time.compareTo(Duration.ofMinutes(3)) < 0 ? Duration.ofMinutes(3) : time);
        }
    }

    // Money of delayed methods comes one day, or does not.
    private void arriveOrFail() {
        for (var payment : house.payments.all()) {
            if (payment.checkout() != null && house.checkouts.look(payment).progress() == Progress.PROCESSING) {
                if (random.nextBoolean()) {
                    house.checkouts.pay(payment);
                } else {
                    house.checkouts.fail(payment);
                }
                say(() -> "a debit comes to its end, " + named(payment) + " " + house.checkouts.look(payment));
            }
        }
    }

    /** Whether it came to an end. */
    private boolean attempt(Supplier<String> what, Runnable work) {
        var before = spoken ? house.payments.all() : List.<Payment>of();
        try {
            work.run();
            say(what);
            return true;
        } catch (Problem refused) {
            say(() -> what.get() + ": " + refused.words());
            return false;
        } catch (Gate.Crash killed) {
            house.gate.bury();
            say(() -> what.get() + ": killed");
            return false;
        } finally {
            house.payments.all().stream()
                    .filter(payment -> spoken && !before.contains(payment))
                    .forEach(payment -> words.add("      " + inWords(payment)));
        }
    }

    private String inWords(Payment payment) {
        var registration = house.registration(payment.registration());
        return named(payment) + " " + payment.outcome() + ", wanted " + payment.wanted() + ", needs " + payment.needs()
                + ", due " + payment.due() + ", " + payment.seen() + "; " + registration.state() + ", "
                + registration.fee().status();
    }

    private void say(Supplier<String> what) {
        if (spoken) {
            words.add(what.get());
        }
    }

    private String named(Payment payment) {
        return "payment "
                + house.payments.all().stream().map(Payment::id).toList().indexOf(payment.id()) + " of "
                + payment.registration().value().substring(0, 2);
    }

    private @Nullable Payment any(Predicate<Payment> fit) {
        var all = house.payments.all().stream().filter(fit).toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private SimulatedNode node() {
        return house.nodes.get(random.nextInt(3) == 0 ? 1 : 0);
    }

    private static List<Deed> drawn() {
        return Stream.of(Deed.values())
                .flatMap(deed -> Collections.nCopies(deed.weight(), deed).stream())
                .toList();
    }
}
