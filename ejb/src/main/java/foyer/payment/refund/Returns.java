package foyer.payment.refund;

import foyer.payment.ledger.Payment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far an event's money has gone back.
 *
 * @param paid payments that money came for
 * @param due of these, those of which something has to go back still, whether or not it is ordered yet
 * @param returned of these, those of which all that had to go back has
 * @param needPerson of these, those that do not go on without a person
 * @param minorUnits all that went back or is on its way of what came in the currency of its price, in minor units of that
 */
public record Returns(long paid, long due, long returned, long needPerson, long minorUnits) {
    static final Returns NONE = new Returns(0, 0, 0, 0, 0);

    /** @param all whether all of it has to go back, for the event never takes place */
    Returns with(Payment payment, boolean all) {
        if (payment.seen().taken() == 0) {
            return this;
        }
        var stuck = !payment.needs().isEmpty();
        var open = !stuck
                && !payment.seen().disputes().anyLost()
                && (payment.wanted() > payment.seen().ordered() || (all && payment.kept() > 0));
        return new Returns(
                paid + 1,
                due + (open ? 1 : 0),
                returned + (!open && payment.seen().returned() > 0 ? 1 : 0),
                needPerson + (stuck ? 1 : 0),
                minorUnits + (inItsPricesCurrency(payment) ? payment.seen().returned() : 0));
    }

    private static boolean inItsPricesCurrency(Payment payment) {
        return payment.currency().equals(payment.price().full().currency());
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("paid", paid);
        tree.put("due", due);
        tree.put("returned", returned);
        tree.put("needPerson", needPerson);
        tree.put("returnedAmount", minorUnits);
        return tree;
    }
}
