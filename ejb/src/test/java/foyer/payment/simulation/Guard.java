package foyer.payment.simulation;

import foyer.event.EventId;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.reconciliation.LeasesInMemory;
import foyer.payment.settlement.Settling;
import foyer.payment.settlement.UnguardedSettling;
import foyer.payment.voucher.VouchersInMemory;
import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.RegistrationsInMemory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What money, seats and access are guarded by, and a house in which one of these is taken away. */
enum Guard {
    /** A payment is written on condition of its version. */
    CONDITION_OF_A_PAYMENT {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                PaymentsInMemory payments(PaymentsInMemory.Watcher watcher) {
                    return new PaymentsInMemory(watcher) {
                        @Override
                        protected boolean isThere(Payment before) {
                            return true;
                        }
                    };
                }
            };
        }
    },
    /** A seat is given on condition that one is free. */
    CONDITION_OF_A_SEAT {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                RegistrationsInMemory registrations() {
                    return new EndlessSeats();
                }
            };
        }
    },
    /** A hold ends on condition that nothing became of it meanwhile. */
    CONDITION_OF_A_HOLD {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                RegistrationsInMemory registrations() {
                    return new ForgetfulHolds();
                }
            };
        }
    },
    /** What was paid is compared with what was to be paid. */
    PRICE_AS_IT_WAS_BEGUN {
        @Override
        Keepers without() {
            return deciding(
                    (before, seen) -> before, (before, seen) -> seen.charged() == null ? seen : asAsked(before, seen));
        }
    },
    /** What was decided is never decided again. */
    FORWARD_ONLY {
        @Override
        Keepers without() {
            return deciding((before, seen) -> undecided(before), (before, seen) -> seen);
        }
    },
    /** A voucher is used on condition of its limits. */
    LIMIT_OF_A_VOUCHER {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                VouchersInMemory vouchers() {
                    return new VouchersInMemory() {
                        @Override
                        protected boolean over(@Nullable Long limit, long used) {
                            return false;
                        }
                    };
                }
            };
        }
    },
    /** What was ordered is known to whoever orders it again. */
    ONE_ORDER_A_KEY {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                PaymentsInMemory payments(PaymentsInMemory.Watcher watcher) {
                    return new PaymentsInMemory(watcher) {
                        @Override
                        public synchronized Optional<Payment> find(PaymentId id) {
                            return super.find(id).map(Guard::withoutOrders);
                        }
                    };
                }
            };
        }
    },
    /** The provider does the same once for the same key. */
    KEY_AT_THE_PROVIDER {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                CheckoutsInMemory checkouts(Clock clock) {
                    return new CheckoutsInMemory(clock) {
                        @Override
                        protected boolean remembers(String key) {
                            return false;
                        }
                    };
                }
            };
        }
    },
    /** What a node that was too slow has found out is written by nobody. */
    FENCE_OF_A_LEASE {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                LeasesInMemory leases(LeasesInMemory.Watcher watcher) {
                    return new LeasesInMemory(watcher) {
                        @Override
                        protected boolean isNewest(Lease lease) {
                            return true;
                        }
                    };
                }
            };
        }
    },
    /** What is looked at is claimed first, so that whoever is told of something meanwhile makes it due again. */
    CLAIM_OF_WHAT_IS_DUE {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                Settling settling() {
                    return UnguardedSettling.withoutClaim();
                }
            };
        }
    },
    /** Sessions end with the right to watch. */
    END_OF_SESSIONS {
        @Override
        Keepers without() {
            return new Keepers() {
                @Override
                Settling settling() {
                    return UnguardedSettling.withoutTakingBack();
                }
            };
        }
    };

    /** A house without it. */
    abstract Keepers without();

    private static Keepers deciding(BiFunction<Payment, Seen, Payment> payment, BiFunction<Payment, Seen, Seen> sight) {
        return new Keepers() {
            @Override
            Settling settling() {
                return UnguardedSettling.deciding(payment, sight);
            }
        };
    }

    private static Seen asAsked(Payment before, Seen seen) {
        return new Seen(
                seen.progress(),
                before.price().due(),
                seen.ordered(),
                seen.failed(),
                seen.elsewhere(),
                seen.disputes(),
                seen.flaws());
    }

    private static Payment withoutOrders(Payment before) {
        return with(before, before.outcome(), List.of());
    }

    private static Payment undecided(Payment before) {
        var decided = before.outcome() == Outcome.GRANTED ? Outcome.GRANTED : Outcome.UNDECIDED;
        return with(before, decided, before.orders());
    }

    private static Payment with(Payment before, Outcome outcome, List<RefundOrder> orders) {
        return new Payment(
                before.id(),
                before.registration(),
                before.event(),
                before.price(),
                before.returnUrl(),
                before.checkout(),
                before.payableUntil(),
                before.seen(),
                outcome,
                before.wanted(),
                orders,
                before.tries(),
                before.unclosedSince(),
                before.needs(),
                before.due(),
                before.version(),
                before.createdAt(),
                before.updatedAt());
    }

    private static final class EndlessSeats extends RegistrationsInMemory {
        @Override
        protected long free(EventId event, Capacity asked) {
            return Long.MAX_VALUE;
        }
    }

    private static final class ForgetfulHolds extends RegistrationsInMemory {
        @Override
        protected boolean isThere(Registration before) {
            return true;
        }
    }
}
