package foyer.payment.simulation;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;

import foyer.event.Event;
import foyer.payment.voucher.Voucher;
import foyer.shared.SettableClock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The events that are sold in simulated histories, made once, and the vouchers for them. */
public final class SimulatedEvents {
    static final Currency EUR = Currency.getInstance("EUR");
    public static final List<Event> ALL = all();
    static final List<Voucher> VOUCHERS = List.of(voucher("HALF", 50, 1L), voucher("FREE", 100, 1L));

    private SimulatedEvents() {}

    private static List<Event> all() {
        var events = new ArrayList<Event>();
        for (var capacity : List.of(1L, 1L, 2L, 3L)) {
            for (var onDispute : List.of("keep", "revoke")) {
                for (var approval : List.of(true, false)) {
                    for (var waitingList : List.of(true, false)) {
                        events.add(event(capacity, onDispute, approval, waitingList));
                    }
                }
            }
        }
        return events;
    }

    private static Event event(long capacity, String onDispute, boolean approval, boolean waitingList) {
        var submission = aSubmissionWith("authType", "payment");
        submission.put("startsAt", "2030-09-01T20:00:00");
        submission.put("endsAt", "2030-09-01T22:00:00");
        submission.put("capacity", capacity);
        submission.put("waitingList", waitingList);
        submission.put("registrationConfig", Map.of("approval", approval));
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR", "onDispute", onDispute));
        return aPublishedEventOf(submission);
    }

    private static Voucher voucher(String code, int percent, long limit) {
        return new Voucher(code, null, null, percent, limit, null, null, 0, 1, SettableClock.NOON);
    }
}
