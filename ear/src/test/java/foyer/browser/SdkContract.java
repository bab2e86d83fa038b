package foyer.browser;

/**
 * What pages may do by Vimeo's SDK: whoever has its class drives our page by all of its methods, and is told of all that happens.
 */
interface SdkContract extends SdkGettersContract, SdkPlayingContract, SdkHappeningsContract, SdkChoicesContract {}
