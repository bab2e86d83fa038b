package foyer.media;

/** What every origin of live pictures promises. */
public interface LiveOriginContract extends LiveChannelContract, LivePictureContract, LiveHarvestContract {}
