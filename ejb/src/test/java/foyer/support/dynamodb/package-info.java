/** Tests of reports in DynamoDB. */
@NullMarked
package foyer.support.dynamodb;

import org.jspecify.annotations.NullMarked;
