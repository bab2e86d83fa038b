/** Measures what Foyer promises to bear, always beside its reference in the same run and after warm-up. */
@NullMarked
package foyer.bench;

import org.jspecify.annotations.NullMarked;
