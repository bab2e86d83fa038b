/** Keeps the sealed ring of signing keys in DynamoDB. */
@NullMarked
package foyer.token.dynamodb;

import org.jspecify.annotations.NullMarked;
