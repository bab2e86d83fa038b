package foyer.media;

/** On what pictures are made and kept. */
public enum MediaPlatform {
    /** One machine: a folder and ffmpeg. */
    LOCAL,
    AWS
}
