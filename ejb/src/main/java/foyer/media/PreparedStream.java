package foyer.media;

/** @param preparedNow whether it was not there before */
public record PreparedStream(LiveStream stream, boolean preparedNow) {}
