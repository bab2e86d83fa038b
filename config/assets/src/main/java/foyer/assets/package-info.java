/**
 * Prepares at build time what browsers load: bundles modules and styles, names the whole by its content so that it may be
 * cached forever, and writes every file compressed beside itself so that no request waits for a compressor.
 */
@NullMarked
package foyer.assets;

import org.jspecify.annotations.NullMarked;
