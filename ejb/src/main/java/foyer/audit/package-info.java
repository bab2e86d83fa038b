/** Who moved money: what operators ordered, issued, withdrew and called off. */
@NullMarked
package foyer.audit;

import org.jspecify.annotations.NullMarked;
