/** Registrations and seats kept in DynamoDB. */
@NullMarked
package foyer.registration.dynamodb;

import org.jspecify.annotations.NullMarked;
