/** What stands between the network and both web applications: request ids, HTTPS, forwarded headers, the error format. */
@NullMarked
package foyer.edge;

import org.jspecify.annotations.NullMarked;
