@NullMarked
package foyer.web.answer;

import org.jspecify.annotations.NullMarked;
