/** Tests of where files are kept. */
@NullMarked
package foyer.sandbox.s3;

import org.jspecify.annotations.NullMarked;
