/** What went wrong on viewers' screens, over HTTP. */
@NullMarked
package foyer.web.support;

import org.jspecify.annotations.NullMarked;
