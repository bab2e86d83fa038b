/** Recordings kept in DynamoDB. */
@NullMarked
package foyer.media.dynamodb;

import org.jspecify.annotations.NullMarked;
