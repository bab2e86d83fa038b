/** The outbox in DynamoDB. */
@NullMarked
package foyer.mail.dynamodb;

import org.jspecify.annotations.NullMarked;
