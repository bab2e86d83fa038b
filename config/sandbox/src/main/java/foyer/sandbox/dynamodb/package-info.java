/** DynamoDB Local behind a proxy that counts calls and injects faults. */
@NullMarked
package foyer.sandbox.dynamodb;

import org.jspecify.annotations.NullMarked;
