/** Keeps sessions, screens and positions in DynamoDB. */
@NullMarked
package foyer.session.dynamodb;

import org.jspecify.annotations.NullMarked;
