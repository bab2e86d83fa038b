package foyer.media;

/** A playlist that cannot be delivered as it is; never shown outside. */
final class UnfitPlaylist extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitPlaylist(String why) {
        super(why);
    }
}
