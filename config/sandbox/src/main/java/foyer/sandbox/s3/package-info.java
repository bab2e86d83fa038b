/** S3Mock with the product's buckets. */
@NullMarked
package foyer.sandbox.s3;

import org.jspecify.annotations.NullMarked;
