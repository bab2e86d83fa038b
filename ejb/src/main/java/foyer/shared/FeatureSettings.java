package foyer.shared;

/** Marks the record of settings that a feature has, or a room of it, so that all of them are checked together at the start. */
public interface FeatureSettings {}
