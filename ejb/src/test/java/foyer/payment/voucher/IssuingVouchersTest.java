package foyer.payment.voucher;

import static foyer.payment.SomePayments.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrailInMemory;
import foyer.event.EventId;
import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.Ids;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import foyer.shared.ValidationFailed;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuingVouchersTest {
    private final IssuingVouchers issuing = new IssuingVouchers();
    private final AuditTrailInMemory trail = new AuditTrailInMemory();

    IssuingVouchersTest() {
        issuing.vouchers = new VouchersInMemory();
        issuing.trail = trail;
        issuing.clock = new SettableClock();
    }

    @Test
    void aVoucherIsReadByItsCodeInAnyCase() {
        issue(Map.of("code", "EarlyBird", "percent", 20L, "limit", 10L));

        assertThat(IssuingVouchers.view(issuing.voucher("EARLYbird")))
                .containsEntry("code", "EARLYBIRD")
                .containsEntry("percent", 20)
                .containsEntry("limit", 10L)
                .containsEntry("uses", 0L);
    }

    @Test
    void aCodeIsMadeWhereNoneIsGiven() {
        assertThat(issue(Map.of("percent", 100L)).code()).matches("[A-Z2-9]{10}");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var wrong = new HashMap<String, Object>();
        wrong.put("code", "no spaces, please");
        wrong.put("percent", 101L);
        wrong.put("limit", 0L);
        wrong.put("expiresAt", "2001-01-01T00:00:00Z");
        wrong.put("colour", "red");

        assertThatThrownBy(() -> issue(wrong))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::field)
                                .contains("code", "percent", "limit", "expiresAt", "colour"));
    }

    @Test
    void aVoucherTakesOffEitherAPartOrAnAmount() {
        assertThatThrownBy(() -> issue(Map.of("code", "NEITHER"))).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> issue(Map.of("percent", 5L, "amount", 100L, "currency", "EUR")))
                .isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> issue(Map.of("amount", 100L))).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aCodeIsIssuedOnce() {
        issue(Map.of("code", "ONCE", "percent", 20L));

        assertThat(issue(Map.of("code", "ONCE", "percent", 20L)).percent()).isEqualTo(20);
        assertThatThrownBy(() -> issue(Map.of("code", "ONCE", "percent", 30L))).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void oneThatWasWithdrawnIsThereNoMore() {
        issue(Map.of("code", "GONE", "percent", 20L));

        issuing.withdraw("gone", OPERATOR);
        issuing.withdraw("gone", OPERATOR);

        assertThatThrownBy(() -> issuing.voucher("GONE")).isInstanceOf(NotFound.class);
    }

    @Test
    void whoIssuedAndWhoWithdrewOneIsRecordedOnce() {
        var event = EventId.fresh();
        var terms =
                Map.<String, Object>of("code", "TWICE", "amount", 500L, "currency", "EUR", "eventId", event.value());
        issue(terms);
        issue(terms);
        issuing.withdraw("twice", "another operator");
        issuing.withdraw("twice", "another operator");
        issuing.withdraw("unknown", OPERATOR);

        var five = new Money(500, Currency.getInstance("EUR"));
        assertThat(trail.all())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::event, AuditEntry::sum, AuditEntry::by)
                .containsExactlyInAnyOrder(
                        tuple(Act.VOUCHER_ISSUED, "TWICE", event.value(), five, OPERATOR),
                        tuple(Act.VOUCHER_WITHDRAWN, "TWICE", event.value(), five, "another operator"));
    }

    @Test
    void howMuchAVoucherTakesOffIsRecordedEitherWay() {
        issue(Map.of("code", "PART", "percent", 20L));
        issuing.withdraw("part", OPERATOR);
        issue(Map.of("code", "SUM", "amount", 500L, "currency", "EUR"));

        assertThat(trail.all())
                .extracting(AuditEntry::subject, AuditEntry::percent)
                .containsExactlyInAnyOrder(tuple("PART", 20), tuple("PART", 20), tuple("SUM", null));
        assertThat(trail.all())
                .filteredOn(entry -> entry.percent() != null)
                .allSatisfy(entry ->
                        assertThat(entry.view()).containsEntry("percent", 20).doesNotContainKey("amount"));
    }

    private Voucher issue(Map<String, Object> submitted) {
        return issuing.issue(Fields.of(submitted), Ids.fresh(), OPERATOR);
    }
}
