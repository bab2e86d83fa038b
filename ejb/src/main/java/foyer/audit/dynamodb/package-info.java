/** The audit trail kept in DynamoDB. */
@NullMarked
package foyer.audit.dynamodb;

import org.jspecify.annotations.NullMarked;
