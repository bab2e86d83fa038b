package foyer.payment.dynamodb;

import foyer.payment.ledger.Payments;
import foyer.payment.reconciliation.Leases;
import foyer.payment.voucher.Vouchers;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The tables of payments, of vouchers, of their uses and of leases; and their keepers. Nothing in them ever expires. */
@ApplicationScoped
class PaymentTables {
    static final String BY_REGISTRATION = "registrationId-createdAt-index";
    static final String BY_EVENT = "eventId-createdAt-index";
    static final String BY_DAY = "createdDay-createdAt-index";
    static final String DUE = "dueLane-dueAt-index";
    static final String LISTED = "listed-code-index";

    static final TableDefinition PAYMENTS = TableDefinition.of("payments", KeyAttribute.text("paymentId"))
            .indexed(BY_REGISTRATION, KeyAttribute.text("registrationId"), KeyAttribute.number("createdAt"))
            .indexed(BY_EVENT, KeyAttribute.text("eventId"), KeyAttribute.number("createdAt"))
            .indexed(BY_DAY, KeyAttribute.text("createdDay"), KeyAttribute.number("createdAt"))
            .indexed(DUE, KeyAttribute.text("dueLane"), KeyAttribute.number("dueAt"));

    static final TableDefinition VOUCHERS = TableDefinition.of("vouchers", KeyAttribute.text("code"))
            .indexed(LISTED, KeyAttribute.text("listed"), KeyAttribute.text("code"));

    static final TableDefinition USES = TableDefinition.of("voucherUses", KeyAttribute.text("useKey"));
    static final TableDefinition LEASES = TableDefinition.of("leases", KeyAttribute.text("leaseName"));

    @Produces
    @Singleton
    static TableDefinition paymentsTable() {
        return PAYMENTS;
    }

    @Produces
    @Singleton
    static TableDefinition vouchersTable() {
        return VOUCHERS;
    }

    @Produces
    @Singleton
    static TableDefinition usesTable() {
        return USES;
    }

    @Produces
    @Singleton
    static TableDefinition leasesTable() {
        return LEASES;
    }

    @Produces
    @Singleton
    static Payments payments(StoreClient client, StoreSettings settings, OutboxItems outbox) {
        return new DynamoDbPayments(client, settings, outbox);
    }

    @Produces
    @Singleton
    static Vouchers vouchers(StoreClient client, StoreSettings settings, Signatures signatures) {
        return new DynamoDbVouchers(client, settings, signatures);
    }

    @Produces
    @Singleton
    static Leases leases(StoreClient client, StoreSettings settings) {
        return new DynamoDbLeases(client, settings);
    }
}
