/** Keeps what screens reported in DynamoDB. */
@NullMarked
package foyer.support.dynamodb;

import org.jspecify.annotations.NullMarked;
