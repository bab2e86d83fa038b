package foyer.media;

import java.time.Instant;

/**
 * A part of an upload.
 *
 * @param size how many bytes it has
 * @param received whether it has come whole
 * @param address where to send it by PUT: absolute, or relative to the root of our API
 * @param until how long the address is good
 */
public record UploadPart(int number, long size, boolean received, String address, Instant until) {}
