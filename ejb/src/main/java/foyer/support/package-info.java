/** What went wrong on a viewer's screen, found by the code that the viewer was shown. */
@NullMarked
package foyer.support;

import org.jspecify.annotations.NullMarked;
