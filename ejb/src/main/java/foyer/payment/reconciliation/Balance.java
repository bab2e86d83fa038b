package foyer.payment.reconciliation;

import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.Checkouts.Entry;
import foyer.shared.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the provider, our payments and the access given say of a time, and where they do not say the same. */
public final class Balance {
    private final Map<String, Sums> sums = new TreeMap<>();
    private final List<Map<String, Object>> unmatched = new ArrayList<>();
    private @Nullable Report report;

    /** Why something does not match. */
    private enum Why {
        /** The provider has a checkout that none of our payments knows of. */
        ONLY_AT_PROVIDER,
        /** We have seen money that the provider's books of this time do not show. */
        ONLY_HERE,
        /** Both know it, and one knows of other money. */
        SUMS_DIFFER,
        /** It is paid and decided, and gives no access that it should. */
        ACCESS_MISSING,
        /** It gives no access, and what it keeps is not on its way back. */
        RETURN_MISSING,
        /** It does not go on without a person. */
        NEEDS_PERSON
    }

    /** What was seen of payers' money, in minor units of one currency. */
    private static final class Flow {
        private long paid;
        private long returned;
        private long lost;

        void add(Seen seen) {
            paid += seen.taken();
            returned += seen.returned();
            lost += seen.lost();
        }

        Map<String, Object> view() {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("paid", paid);
            tree.put("refunded", returned);
            tree.put("lost", lost);
            return tree;
        }
    }

    /** In minor units of one currency. */
    private static final class Sums {
        private final Flow there = new Flow();
        private final Flow here = new Flow();
        private long access;
        private long accessLost;
    }

    void compare(Payment payment, @Nullable Entry entry, boolean admitted) {
        // Whoever was charged in another currency has paid in that one, here as at the provider.
        sums(payment.currency().getCurrencyCode()).here.add(payment.seen());
        var of = sums(payment.price().full().currency().getCurrencyCode());
        if (admitted) {
            of.access += payment.kept();
            of.accessLost += payment.seen().lost();
        }
        if (entry != null) {
            there(entry);
        }
        if (!payment.needs().isEmpty()) {
            add(Why.NEEDS_PERSON, payment, entry);
        } else if (entry == null) {
            if (payment.seen().taken() > 0) {
                add(Why.ONLY_HERE, payment, null);
            }
        } else if (!sameSums(entry.seen(), payment.seen())) {
            add(Why.SUMS_DIFFER, payment, entry);
        } else if (payment.outcome() == Outcome.GRANTED && !admitted) {
            add(Why.ACCESS_MISSING, payment, entry);
        } else if (payment.keptForNothing() > 0) {
            add(Why.RETURN_MISSING, payment, entry);
        }
    }

    private static boolean sameSums(Seen there, Seen here) {
        return there.taken() == here.taken() && there.returned() == here.returned() && there.lost() == here.lost();
    }

    void onlyThere(Entry entry) {
        there(entry);
        if (entry.seen().taken() > 0) {
            add(Why.ONLY_AT_PROVIDER, null, entry);
        }
    }

    void reported(Report read) {
        report = read;
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        var currencies = new ArrayList<Map<String, Object>>();
        sums.forEach((currency, of) -> currencies.add(view(currency, of)));
        tree.put("balance", currencies);
        tree.put("unmatched", unmatched);
        if (report != null) {
            tree.put("reconciledAt", report.at().toString());
            tree.put("healedInAll", report.times());
            tree.put(
                    "healed",
                    report.healed().stream()
                            .map(one -> Map.<String, Object>of(
                                    "paymentId",
                                    one.payment().value(),
                                    "at",
                                    one.at().toString()))
                            .toList());
        }
        return tree;
    }

    private static Map<String, Object> view(String currency, Sums of) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("currency", currency);
        tree.put("provider", of.there.view());
        tree.put("payments", of.here.view());
        tree.put("access", of.access);
        tree.put("accessLost", of.accessLost);
        return tree;
    }

    private void there(Entry entry) {
        var charged = entry.seen().charged();
        if (charged != null) {
            sums(charged.currency().getCurrencyCode()).there.add(entry.seen());
        }
    }

    private void add(Why why, @Nullable Payment payment, @Nullable Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("why", Fields.wireName(why));
        if (payment != null) {
            item.put("paymentId", payment.id().value());
            item.put("registrationId", payment.registration().value());
            item.put("eventId", payment.event().value());
            item.put("outcome", Fields.wireName(payment.outcome()));
            if (!payment.needs().isEmpty()) {
                item.put("needs", Fields.wireNames(payment.needs()));
            }
        }
        if (entry != null) {
            item.put("checkout", entry.checkout());
            item.put("paidAtProvider", entry.seen().taken());
        }
        unmatched.add(item);
    }

    private Sums sums(String currency) {
        return sums.computeIfAbsent(currency, any -> new Sums());
    }
}
