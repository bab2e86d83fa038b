package foyer.sandbox.origin;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The calls that start and stop live channels. */
final class LiveControl {
    private static final String PATH = "/origin/_control/live";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @param state started or stopped */
    record Shown(String name, String state, String master) {}

    private final LiveChannels channels;

    LiveControl(LiveChannels channels) {
        this.channels = channels;
    }

    void addTo(Routes routes) {
        routes.on("GET", PATH, asked -> list());
        routes.on("PUT", PATH + "/*", this::put);
        routes.on("GET", PATH + "/*", asked -> Answer.json(200, shown(name(asked))));
    }

    private Answer list() {
        var items =
                new TreeMap<>(channels.all()).keySet().stream().map(this::shown).toList();
        return Answer.json(200, Map.of("items", items));
    }

    private Answer put(Request request) throws IOException {
        var name = name(request);
        switch (Json.read(request.body(10_000)).path("state").asString("")) {
            case "started" -> channels.start(name);
            case "stopped" -> channels.stop(name);
            default -> throw Refusal.invalid("state is started or stopped.");
        }
        return Answer.json(200, shown(name));
    }

    private Shown shown(String name) {
        var runs = channels.find(name).filter(run -> !run.isStopped()).isPresent();
        return new Shown(name, runs ? "started" : "stopped", "/origin/live/" + name + "/" + Recording.MASTER);
    }

    private static String name(Request request) {
        var name = request.path().substring(Math.min(request.path().length(), PATH.length() + 1));
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid("A channel's name has 1 to 64 letters, digits, hyphens and underscores.");
        }
        return name;
    }
}
