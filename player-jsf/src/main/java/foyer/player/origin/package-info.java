/** Pictures that this deployment delivers itself, under addresses that carry the right to them. */
@NullMarked
package foyer.player.origin;

import org.jspecify.annotations.NullMarked;
