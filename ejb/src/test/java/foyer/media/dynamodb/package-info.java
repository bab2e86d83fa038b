/** Recordings, tried against DynamoDB Local. */
@NullMarked
package foyer.media.dynamodb;

import org.jspecify.annotations.NullMarked;
