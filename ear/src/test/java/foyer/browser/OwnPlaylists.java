package foyer.browser;

import foyer.whole.Whole;
import jakarta.json.Json;

/**
 * What this deployment's own origin tells of an event's picture.
 *
 * @param folder of its master playlist, with the right to it
 */
record OwnPlaylists(String folder) {
    /** Of an event that asks for nothing, as somebody is told who comes in. */
    static OwnPlaylists of(String event) {
        var login = Json.createObjectBuilder().add("eventId", event).build();
        var address = Whole.onMicro()
                .http()
                .post("/api/auth/login", login)
                .expect(200)
                .json()
                .getJsonObject("playback")
                .getString("url");
        var path = address.substring(Whole.onMicro().url().length());
        return new OwnPlaylists(path.substring(0, path.lastIndexOf('/') + 1));
    }

    /** @param file as {@code master.m3u8}, or as that one names another */
    String told(String file) {
        return Whole.onMicro().http().get(folder + file).expect(200).text();
    }
}
