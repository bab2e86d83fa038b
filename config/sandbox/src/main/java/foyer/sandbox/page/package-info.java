/** What the sandbox's own pages have in common. */
@NullMarked
package foyer.sandbox.page;

import org.jspecify.annotations.NullMarked;
