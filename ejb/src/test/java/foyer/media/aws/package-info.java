@NullMarked
package foyer.media.aws;

import org.jspecify.annotations.NullMarked;
