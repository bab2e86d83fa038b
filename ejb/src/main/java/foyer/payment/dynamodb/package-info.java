/** Payments, vouchers and leases kept in DynamoDB. */
@NullMarked
package foyer.payment.dynamodb;

import org.jspecify.annotations.NullMarked;
