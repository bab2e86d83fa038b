/** The run command: Foyer and its sandbox on this machine, with demo events made through the API as an organiser's tools would. */
@NullMarked
package foyer.demo;

import org.jspecify.annotations.NullMarked;
