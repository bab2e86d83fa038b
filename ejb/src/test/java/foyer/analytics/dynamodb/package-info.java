/** Tests of sessions in DynamoDB. */
@NullMarked
package foyer.analytics.dynamodb;

import org.jspecify.annotations.NullMarked;
