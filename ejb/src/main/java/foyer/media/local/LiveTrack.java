package foyer.media.local;

/** What an encoder sends of each kind. */
enum LiveTrack {
    SOUND,
    PICTURE
}
