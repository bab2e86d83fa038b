/** The audit trail over HTTP. */
@NullMarked
package foyer.web.audit;

import org.jspecify.annotations.NullMarked;
