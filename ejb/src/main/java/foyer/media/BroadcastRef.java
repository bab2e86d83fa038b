package foyer.media;

import foyer.event.EventId;

/** Which broadcast of which event a channel is for: what an origin knows of what it keeps. */
public record BroadcastRef(EventId event, BroadcastId id) {}
