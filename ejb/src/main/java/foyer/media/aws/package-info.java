/** The picture on AWS: S3, Elemental MediaConvert and CloudFront. */
@NullMarked
package foyer.media.aws;

import org.jspecify.annotations.NullMarked;
