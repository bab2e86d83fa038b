/** The page in Chromium, as viewers meet it. */
@NullMarked
package foyer.browser;

import org.jspecify.annotations.NullMarked;
