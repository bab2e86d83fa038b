/** What the API does with parts of uploads. */
@NullMarked
package foyer.web.media;

import org.jspecify.annotations.NullMarked;
