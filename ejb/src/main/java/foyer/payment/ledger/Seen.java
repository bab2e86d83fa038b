package foyer.payment.ledger;

import foyer.shared.Money;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the provider was ever seen to say of a payment. Two of them join into one that knows what both knew, and knows no
 * less than either: so notices may come twice, late and in any order.
 *
 * @param charged what was taken from the payer, after discounts and before refunds; null as long as nothing was
 * @param ordered refunds that were asked for, by us or at the provider, in minor units, whatever became of them
 * @param failed refunds among them that did not reach the payer, in minor units
 * @param elsewhere refunds among them that we did not ask for, but somebody at the provider, in minor units
 * @param disputes all there ever were of it
 */
public record Seen(
        Progress progress,
        @Nullable Money charged,
        long ordered,
        long failed,
        long elsewhere,
        Disputes disputes,
        Set<Flaw> flaws) {
    public static final Seen NOTHING = new Seen(Progress.INTENDED, null, 0, 0, 0, Disputes.NONE, Set.of());

    // Of two sums one is wrong, which a person has to find out; until then all agree on which.
    private static final Comparator<Money> BY_SIZE = Comparator.comparingLong(Money::minorUnits)
            .thenComparing(money -> money.currency().getCurrencyCode());

    /** What must never be taken for a payment, however well it looks. */
    public enum Flaw {
        /** Play money where real money is asked for, or the other way round. */
        WRONG_MODE,
        /** The checkout belongs to another payment, or to another account. */
        NOT_OURS
    }

    public Seen {
        flaws = Set.copyOf(flaws);
    }

    public static Seen at(Progress progress) {
        return new Seen(progress, null, 0, 0, 0, Disputes.NONE, Set.of());
    }

    /** The least that knows what both know. */
    public Seen joined(Seen other) {
        var all = EnumSet.noneOf(Flaw.class);
        all.addAll(flaws);
        all.addAll(other.flaws);
        return new Seen(
                progress.or(other.progress),
                greater(charged, other.charged),
                Math.max(ordered, other.ordered),
                Math.max(failed, other.failed),
                Math.max(elsewhere, other.elsewhere),
                disputes.joined(other.disputes),
                all);
    }

    private static @Nullable Money greater(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return BY_SIZE.compare(one, other) >= 0 ? one : other;
    }

    public boolean paid() {
        return progress == Progress.PAID;
    }

    /** In minor units; nothing before it is paid. */
    public long taken() {
        return charged == null ? 0 : charged.minorUnits();
    }

    /** Refunds that we asked for, in minor units. */
    public long ours() {
        return ordered - elsewhere;
    }

    /** What went back to the payer, or is on its way, in minor units. */
    public long returned() {
        return ordered - failed;
    }

    /** What banks took back for good, in minor units; all that was left, where it is not known how much they took. */
    public long lost() {
        var left = Math.max(0, taken() - returned());
        if (!disputes.anyLost()) {
            return 0;
        }
        return disputes.lostAmount() == 0 ? left : Math.min(disputes.lostAmount(), left);
    }

    /** Whether banks are known to have taken for good all that there was, so that nothing of it is left to be sent back. */
    public boolean lostAll() {
        return disputes.anyLost() && returned() + disputes.lostAmount() >= taken();
    }
}
