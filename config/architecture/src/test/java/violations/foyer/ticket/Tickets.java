package violations.foyer.ticket;

/** A port that keeps all rules. */
public interface Tickets {
    boolean sold(String ticket);
}
