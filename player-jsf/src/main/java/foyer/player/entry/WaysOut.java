package foyer.player.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form by which somebody leaves who is in or waits, on a page without a module.
 *
 * @param said what becomes of it, to who is to say whether they are sure, or why it could not be; empty elsewhere
 * @param choices the labels of its buttons, by what they send
 * @param carried what is sent along unseen
 */
public record WaysOut(String said, Map<String, String> choices, Map<String, String> carried) {
    public WaysOut {
        choices = Collections.unmodifiableMap(choices);
        carried = Collections.unmodifiableMap(carried);
    }

    /** Whether there is somebody who could leave: a cookie alone ends nothing. */
    static boolean openTo(Standing standing) {
        return standing.session() != null && (standing.panel() == Panel.WATCH || standing.panel() == Panel.WAIT);
    }

    /** @param registers whether who is in has a seat, or a place in a line, to give back */
    static WaysOut of(Standing standing, boolean registers, String formToken, Words words) {
        var carried = new LinkedHashMap<String, String>();
        carried.put("token", formToken);
        carried.put(HeldSession.NAME, String.valueOf(standing.held("sessionToken")));
        var asked = standing.given().answer(Leaving.WISH).isPresent();
        var message = standing.message();
        return new WaysOut(
                asked ? words.of("leave.sure") : message == null ? "" : message,
                labelled(asked, registers, words),
                carried);
    }

    /** As pages iterate over them. */
    public List<Map.Entry<String, String>> buttons() {
        return List.copyOf(choices.entrySet());
    }

    /** As pages iterate over them. */
    public List<Map.Entry<String, String>> hidden() {
        return List.copyOf(carried.entrySet());
    }

    private static Map<String, String> labelled(boolean asked, boolean registers, Words words) {
        var labels = new LinkedHashMap<String, String>();
        var wishes = asked
                ? List.of(Leaving.SURE, Leaving.KEEP)
                : registers ? List.of(Leaving.GIVE_BACK, Leaving.SIGN_OUT) : List.of(Leaving.SIGN_OUT);
        wishes.forEach(wish -> labels.put(wish, words.of("leave." + wish)));
        return labels;
    }
}
