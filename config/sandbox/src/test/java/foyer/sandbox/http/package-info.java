/** Tests of the sandbox's server. */
@NullMarked
package foyer.sandbox.http;

import org.jspecify.annotations.NullMarked;
