/** Keeps operators and their refresh tokens in DynamoDB. */
@NullMarked
package foyer.operator.dynamodb;

import org.jspecify.annotations.NullMarked;
