/** Tests of the operators' rules, and the fakes that stand for their store. */
@NullMarked
package foyer.operator;

import org.jspecify.annotations.NullMarked;
