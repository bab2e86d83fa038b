/** Keeps the audience's figures in DynamoDB. */
@NullMarked
package foyer.analytics.dynamodb;

import org.jspecify.annotations.NullMarked;
