@NullMarked
package foyer.web;

import org.jspecify.annotations.NullMarked;
