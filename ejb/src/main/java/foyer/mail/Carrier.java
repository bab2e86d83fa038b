package foyer.mail;

/** By whom letters go out. */
public enum Carrier {
    SMTP,
    SES
}
