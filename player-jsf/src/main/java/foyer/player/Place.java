package foyer.player;

/** Where the page is shown: by itself, or inside of somebody else's. */
public enum Place {
    WATCH,
    EMBED;

    static Place of(String servletPath) {
        return servletPath.equals("/watch") ? WATCH : EMBED;
    }

    /** The address of an event there. */
    public String addressOf(String eventId) {
        return "/" + styleClass() + "/" + eventId;
    }

    /** Names it to the styles. */
    public String styleClass() {
        return switch (this) {
            case WATCH -> "watch";
            case EMBED -> "embed";
        };
    }
}
