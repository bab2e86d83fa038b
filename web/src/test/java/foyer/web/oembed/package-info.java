@NullMarked
package foyer.web.oembed;

import org.jspecify.annotations.NullMarked;
