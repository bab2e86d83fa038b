package foyer.media;

/** Where a recording stands; from {@link #SUBMITTED} on in the words of AWS Elemental MediaConvert, whoever does the work. */
public enum RecordingState {
    /** Parts of the file are missing. */
    UPLOADING,
    /** The file is here, and its turn is to come. */
    SUBMITTED,
    /** It is made into renditions. */
    PROGRESSING,
    /** It plays. */
    COMPLETE,
    /** The upload was given up. */
    CANCELED,
    /** It cannot be made to play, and it says why. */
    ERROR,
    /** Nobody sees it any more; what there is of it is being removed. */
    DELETING
}
