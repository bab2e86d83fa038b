/** Tests of sessions in DynamoDB. */
@NullMarked
package foyer.session.dynamodb;

import org.jspecify.annotations.NullMarked;
