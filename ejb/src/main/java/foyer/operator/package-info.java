/**
 * The people and tools that administer: who they are, how they sign in, and what their tokens allow. Viewers are no
 * operators; their ways in stand in {@code access}.
 */
@NullMarked
package foyer.operator;

import org.jspecify.annotations.NullMarked;
