/** Tests of the answers kept in DynamoDB. */
@NullMarked
package foyer.traffic.dynamodb;

import org.jspecify.annotations.NullMarked;
