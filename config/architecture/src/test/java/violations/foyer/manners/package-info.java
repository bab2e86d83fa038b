/** Breaks the rules of the house, so that these are seen to notice. */
@NullMarked
package violations.foyer.manners;

import org.jspecify.annotations.NullMarked;
