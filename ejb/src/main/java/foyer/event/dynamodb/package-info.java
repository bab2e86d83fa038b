/** Events kept in DynamoDB. */
@NullMarked
package foyer.event.dynamodb;

import org.jspecify.annotations.NullMarked;
