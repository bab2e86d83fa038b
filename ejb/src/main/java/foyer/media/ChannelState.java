package foyer.media;

import foyer.media.cost.Billed;

/** Where a channel stands, in the words of AWS Elemental MediaLive, whoever keeps it. */
public enum ChannelState {
    /** It is there and does not run. */
    IDLE,
    /** It is being made. */
    CREATING,
    /** It could not be made, and says why. */
    CREATE_FAILED,
    /** It is about to listen for an encoder. */
    STARTING,
    /** It takes a picture in, or waits for one. */
    RUNNING,
    /** It runs, and is getting over a fault of its own. */
    RECOVERING,
    /** It ends what it was doing. */
    STOPPING,
    /** What there is of it is being removed. */
    DELETING,
    /** There is none. */
    DELETED;

    /** Whether it listens, or is about to: that is what costs. */
    boolean runs() {
        return switch (this) {
            case STARTING, RUNNING, RECOVERING -> true;
            case IDLE, CREATING, CREATE_FAILED, STOPPING, DELETING, DELETED -> false;
        };
    }

    /** What it is paid for; one that is about to be there, or to end, rather more than less. */
    Billed billed() {
        return switch (this) {
            case STARTING, RUNNING, RECOVERING, STOPPING -> Billed.RUNNING;
            case IDLE, CREATING, DELETING -> Billed.WAITING;
            case CREATE_FAILED, DELETED -> Billed.NOTHING;
        };
    }
}
