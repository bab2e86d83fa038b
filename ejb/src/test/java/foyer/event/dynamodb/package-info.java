/** Tests of events in DynamoDB, against a real local one. */
@NullMarked
package foyer.event.dynamodb;

import org.jspecify.annotations.NullMarked;
