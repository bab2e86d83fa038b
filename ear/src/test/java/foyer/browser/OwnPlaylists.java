package foyer.browser;

import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * What this deployment's own origin tells of an event's picture.
 *
 * @param folder of its master playlist, with the right to it
 */
record OwnPlaylists(String folder) {
    /** Of an event that asks for nothing, as somebody is told who comes in. */
    static OwnPlaylists of(String event) {
        return told(posted("/api/auth/login", 200, of(event, Json.createObjectBuilder())));
    }

    /** Of one that asks for an address and no proof of it, as another viewer is told. */
    static OwnPlaylists ofWhoRegisters(String event) {
        var somebody = Json.createObjectBuilder().add("email", Mailbox.fresh().address());
        return told(posted("/api/registrations", 201, of(event, somebody)).getJsonObject("session"));
    }

    /** By the right of somebody who was given this file, in a folder of the master's. */
    static OwnPlaylists with(String file) {
        var rendition = file.substring(0, file.lastIndexOf('/'));
        return inFolder(rendition.replaceFirst("(/live/[^/]+)/.*", "$1") + "/");
    }

    /** @param file as {@code master.m3u8}, or as that one names another */
    String told(String file) {
        return Whole.onMicro().http().get(folder + file).expect(200).text();
    }

    /** How such a file is answered. */
    int status(String file) {
        return Whole.onMicro().http().get(folder + file).status();
    }

    /** The last segment that is told of a rendition. */
    String newest(String rendition) {
        var last = told(rendition + "/index.m3u8")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce((one, later) -> later);
        return rendition + "/" + last.orElseThrow();
    }

    private static JsonObject of(String event, JsonObjectBuilder more) {
        return more.add("eventId", event).build();
    }

    private static JsonObject posted(String path, int status, JsonObject body) {
        return Whole.onMicro().http().post(path, body).expect(status).json();
    }

    private static OwnPlaylists told(JsonObject session) {
        var address = session.getJsonObject("playback").getString("url");
        return inFolder(address.substring(0, address.lastIndexOf('/') + 1));
    }

    private static OwnPlaylists inFolder(String address) {
        return new OwnPlaylists(address.substring(Whole.onMicro().url().length()));
    }
}
