package foyer.payment.voucher;

import static foyer.payment.voucher.KeepingVouchers.aVoucher;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.payment.ledger.PaymentId;
import foyer.registration.SomeRegistrations;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.Money;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every keeper of vouchers promises of their terms. */
public interface VouchersContract extends KeepingVouchers {
    @Test
    default void whatWasAddedIsFoundByItsCode() {
        var bare = added(aVoucher(null, null));
        var rich = added(terms(bare.code() + "-RICH", 1));

        assertThat(vouchers().find(bare.code())).contains(bare);
        assertThat(vouchers().find(rich.code())).contains(rich);
    }

    @Test
    default void whatNobodyCanHaveMadeIsNotThere() {
        assertThat(vouchers().find(Ids.fresh())).isEmpty();
        assertThat(vouchers().find("")).isEmpty();
        assertThat(vouchers().find("X".repeat(5_000))).isEmpty();
    }

    @Test
    default void aCodeIsAddedOnce() {
        var voucher = added(aVoucher(1L, null));

        assertThatThrownBy(() -> added(voucher)).isInstanceOf(VersionConflict.class);
    }

    @Test
    default void whatGoesWithAChangeIsWrittenWithItOrNotAtAll() {
        var used = added(aVoucher(null, null));
        var voucher = aVoucher(1L, null);

        vouchers().add(voucher, oneUseOf(used));
        assertThat(uses(used)).isOne();
        assertThatThrownBy(() -> vouchers().add(voucher, oneUseOf(used))).isInstanceOf(VersionConflict.class);
        assertThat(uses(used)).isOne();

        vouchers().remove(voucher.code(), oneUseOf(used));
        assertThat(uses(used)).isEqualTo(2);
        vouchers().remove(voucher.code(), oneUseOf(used));
        vouchers().remove(Ids.fresh(), oneUseOf(used));
        assertThat(uses(used)).isEqualTo(2);
    }

    @Test
    default void otherTermsTakeThePlaceOfTheOldOnesAndWhatWasUsedStays() {
        var bare = added(aVoucher(3L, 2L));
        used(bare);
        var rich = terms(bare.code(), 2);

        vouchers().replace(bare, rich);
        assertThat(vouchers().find(bare.code())).contains(used(rich, 1));

        var again = new Voucher(bare.code(), null, null, 10, null, null, null, 0, 3, bare.createdAt());
        vouchers().replace(rich, again);
        assertThat(vouchers().find(bare.code())).contains(used(again, 1));
    }

    @Test
    default void aStaleChangeIsRefused() {
        var first = added(aVoucher(null, null));
        vouchers().replace(first, terms(first.code(), 2));
        var unknown = aVoucher(null, null);

        assertThatThrownBy(() -> vouchers().replace(first, terms(first.code(), 2)))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> vouchers().replace(unknown, terms(unknown.code(), 2)))
                .isInstanceOf(VersionConflict.class);
        assertThat(vouchers().find(unknown.code())).isEmpty();
    }

    @Test
    default void whatWasRemovedIsNotThere() {
        var voucher = added(aVoucher(null, null));

        removed(voucher);
        removed(voucher);
        removed(aVoucher(null, null));

        assertThat(vouchers().find(voucher.code())).isEmpty();
        assertThat(listed()).doesNotContain(voucher);
        assertThatThrownBy(() -> vouchers().replace(voucher, terms(voucher.code(), 2)))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    default void aCodeThatComesBackKnowsHowOftenItWasUsed() {
        var voucher = added(aVoucher(1L, null));
        used(voucher);
        removed(voucher);

        added(voucher);

        assertThat(vouchers().find(voucher.code())).contains(used(voucher, 1));
        assertThat(listed()).contains(used(voucher, 1));
    }

    @Test
    default void theyAreListedByCode() {
        var some = new ArrayList<Voucher>();
        var prefix = "LIST" + Ids.fresh();
        for (var number = 0; number < 5; number++) {
            some.add(added(terms(prefix + number, 1)));
        }

        assertThat(listed())
                .containsSubsequence(some)
                .isSortedAccordingTo((one, other) -> one.code().compareTo(other.code()));
    }

    private Alongside oneUseOf(Voucher voucher) {
        return use(voucher, SomeRegistrations.anAddress(), PaymentId.fresh());
    }

    private List<Voucher> listed() {
        var listed = new ArrayList<Voucher>();
        @Nullable String position = null;
        do {
            var page = vouchers().list(2, position);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            listed.addAll(page.items());
            position = page.next();
        } while (position != null);
        return listed;
    }

    private static Voucher used(Voucher voucher, long uses) {
        return new Voucher(
                voucher.code(),
                voucher.event(),
                voucher.amount(),
                voucher.percent(),
                voucher.limit(),
                voucher.limitPerPerson(),
                voucher.expiresAt(),
                uses,
                voucher.version(),
                voucher.createdAt());
    }

    private static Voucher terms(String code, long version) {
        var event = new EventId("event-of-vouchers-0001");
        var five = new Money(500, Currency.getInstance("EUR"));
        return new Voucher(code, event, five, null, 7L, 2L, NOON.plus(Duration.ofDays(9)), 0, version, NOON);
    }
}
