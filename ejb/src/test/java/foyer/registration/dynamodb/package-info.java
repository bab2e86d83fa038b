/** Tests of registrations kept in DynamoDB. */
@NullMarked
package foyer.registration.dynamodb;

import org.jspecify.annotations.NullMarked;
