package foyer.shared;

/** Marks the one record of settings that a feature has, so that all of them are checked together at the start. */
public interface FeatureSettings {}
