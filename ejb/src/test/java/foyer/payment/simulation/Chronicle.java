package foyer.payment.simulation;

import foyer.payment.ledger.Payment;
import foyer.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is told of a life of a house, in words; nothing unless it is asked for. */
final class Chronicle {
    private final SimulatedHouse house;
    private final boolean spoken;
    private final List<String> words = new ArrayList<>();

    Chronicle(SimulatedHouse house, boolean spoken) {
        this.house = house;
        this.spoken = spoken;
    }

    /** Whether it came to an end. */
    boolean attempt(Supplier<String> what, Runnable work) {
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

    void say(Supplier<String> what) {
        if (spoken) {
            words.add(what.get());
        }
    }

    /** All that was told so far; payments go by the order in which they were begun, for their ids are not of the seed. */
    List<String> words() {
        return words.stream().map(this::unmistakable).toList();
    }

    private String unmistakable(String told) {
        var payments = house.payments.all();
        var words = told;
        for (var number = 0; number < payments.size(); number++) {
            words = words.replace(payments.get(number).id().value(), Integer.toString(number));
        }
        return words;
    }

    String named(Payment payment) {
        return "payment "
                + house.payments.all().stream().map(Payment::id).toList().indexOf(payment.id()) + " of "
                + payment.registration().value().substring(0, 2);
    }

    private String inWords(Payment payment) {
        var registration = house.registration(payment.registration());
        return named(payment) + " " + payment.outcome() + ", wanted " + payment.wanted() + ", needs " + payment.needs()
                + ", due " + payment.due() + ", " + payment.seen() + "; " + registration.state() + ", "
                + registration.fee().status();
    }
}
