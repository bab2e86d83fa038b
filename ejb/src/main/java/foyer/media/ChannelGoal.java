package foyer.media;

/** What a channel should come to. */
public enum ChannelGoal {
    IDLE,
    RUNNING,
    DELETED
}
