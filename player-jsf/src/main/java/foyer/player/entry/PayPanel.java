package foyer.player.entry;

/**
 * The panel in which a viewer pays.
 *
 * @param due what is to be paid, as the language's readers write it
 * @param full the price, where a voucher takes something off; empty elsewhere
 * @param until words on how long the seat is kept; empty where none is
 */
public record PayPanel(PanelForm form, String due, String full, String until) {}
