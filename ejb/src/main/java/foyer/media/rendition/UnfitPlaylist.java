package foyer.media.rendition;

/** A playlist that cannot be delivered as it is; never shown outside. */
public final class UnfitPlaylist extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnfitPlaylist(String why) {
        super(why);
    }
}
