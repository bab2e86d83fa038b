/** What the DynamoDB adapters of all features share: the client, the tables' preparation, items and failures. */
@NullMarked
package foyer.shared.dynamodb;

import org.jspecify.annotations.NullMarked;
