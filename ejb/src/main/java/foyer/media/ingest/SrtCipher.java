package foyer.media.ingest;

/** How what is sent by SRT is encrypted, by the length of its key. */
public enum SrtCipher {
    AES128,
    AES192,
    AES256
}
