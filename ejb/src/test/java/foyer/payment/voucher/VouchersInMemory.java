package foyer.payment.voucher;

import foyer.payment.ledger.PaymentId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.EmailAddress;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps vouchers as long as the test runs. */
public class VouchersInMemory implements Vouchers {
    private final TreeMap<String, Voucher> vouchers = new TreeMap<>();
    private final Map<PaymentId, String> uses = new HashMap<>();

    @Override
    public synchronized Optional<Voucher> find(String code) {
        return Optional.ofNullable(vouchers.get(code)).map(this::counted);
    }

    public void add(Voucher voucher) {
        add(voucher, Alongside.nothing());
    }

    @Override
    public synchronized void add(Voucher voucher, Alongside alongside) {
        if (vouchers.containsKey(voucher.code())) {
            throw new VersionConflict("voucher");
        }
        AlongsideInMemory.write(alongside);
        vouchers.put(voucher.code(), voucher);
    }

    @Override
    public synchronized void replace(Voucher before, Voucher after) {
        var there = vouchers.get(before.code());
        if (there == null || there.version() != before.version()) {
            throw new VersionConflict("voucher");
        }
        vouchers.put(after.code(), after);
    }

    @Override
    public synchronized void remove(String code, Alongside alongside) {
        if (vouchers.containsKey(code)) {
            AlongsideInMemory.write(alongside);
            vouchers.remove(code);
        }
    }

    @Override
    public synchronized Page<Voucher> list(int limit, @Nullable String position) {
        var left = (position == null ? vouchers : vouchers.tailMap(position, false))
                .values().stream().map(this::counted).toList();
        return left.size() <= limit
                ? new Page<>(left, null)
                : new Page<>(left.subList(0, limit), left.get(limit - 1).code());
    }

    @Override
    public Alongside using(Voucher voucher, EmailAddress by, PaymentId payment, Collection<PaymentId> others) {
        var use = voucher.code() + " " + by.key();
        return new AlongsideInMemory(
                () -> check(voucher.code(), use, payment, others), () -> use(payment, use, others));
    }

    @Override
    public Alongside givingBack(String code, EmailAddress by, PaymentId payment) {
        return new AlongsideInMemory(() -> {}, () -> giveBack(payment));
    }

    private synchronized void use(PaymentId payment, String use, Collection<PaymentId> others) {
        if (!uses.containsKey(payment)) {
            others.stream()
                    .filter(other -> use.equals(uses.get(other)))
                    .findFirst()
                    .ifPresent(uses::remove);
        }
        uses.put(payment, use);
    }

    private synchronized void giveBack(PaymentId payment) {
        uses.remove(payment);
    }

    private synchronized void check(String code, String use, PaymentId payment, Collection<PaymentId> others) {
        var voucher =
                find(code).orElseThrow(() -> new VoucherRefused("unknown_value", "There is no such voucher any more."));
        if (uses.containsKey(payment) || others.stream().anyMatch(other -> use.equals(uses.get(other)))) {
            return;
        }
        var byPerson = uses.values().stream().filter(use::equals).count();
        if (over(voucher.limit(), voucher.uses()) || over(voucher.limitPerPerson(), byPerson)) {
            throw new VoucherRefused("used_up", "This voucher has been used up.");
        }
    }

    /** Whether a limit is reached. */
    protected boolean over(@Nullable Long limit, long used) {
        return limit != null && used >= limit;
    }

    private Voucher counted(Voucher kept) {
        var used = uses.values().stream()
                .filter(use -> use.startsWith(kept.code() + " "))
                .count();
        return new Voucher(
                kept.code(),
                kept.event(),
                kept.amount(),
                kept.percent(),
                kept.limit(),
                kept.limitPerPerson(),
                kept.expiresAt(),
                used,
                kept.version(),
                kept.createdAt());
    }

    public List<String> uses() {
        return List.copyOf(uses.values());
    }
}
