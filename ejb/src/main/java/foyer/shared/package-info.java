/** Values and manners every feature uses: problems, reading of submitted fields, settings, ids, time. Knows no feature. */
@NullMarked
package foyer.shared;

import org.jspecify.annotations.NullMarked;
