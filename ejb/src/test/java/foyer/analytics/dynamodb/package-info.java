/** Tests of what is counted, in DynamoDB. */
@NullMarked
package foyer.analytics.dynamodb;

import org.jspecify.annotations.NullMarked;
