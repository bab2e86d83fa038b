/** Keeps answers under their idempotency keys in DynamoDB. */
@NullMarked
package foyer.traffic.dynamodb;

import org.jspecify.annotations.NullMarked;
