package foyer.payment.voucher;

import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import java.util.List;

/** A voucher that does not count here, or not any more. */
public final class VoucherRefused extends Problem {
    private static final long serialVersionUID = 1L;

    /** Of a finding on a code that opens nothing here. */
    static final String UNKNOWN = "unknown_value";

    private final transient Finding finding;

    /** One that is not there, or counts elsewhere: who guesses learns nothing of other events' codes. */
    static VoucherRefused noSuch() {
        return new VoucherRefused(UNKNOWN, "There is no such voucher.");
    }

    /** Whether no voucher of this code counts at the event, whatever becomes of it: somebody mistyped it, or guessed. */
    boolean unknown() {
        return finding.code().equals(UNKNOWN);
    }

    /** @param code of the finding on the field {@code voucher} */
    public VoucherRefused(String code, String message) {
        super(ProblemCode.VALIDATION_FAILED, message);
        this.finding = new Finding("voucher", code, message);
    }

    @Override
    public List<Finding> findings() {
        return List.of(finding);
    }
}
