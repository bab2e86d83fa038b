package foyer.sandbox;

import foyer.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** The one line on standard output that tells whoever started the sandbox where everything is. */
record Ready(int port) {
    String line() {
        var url = "http://localhost:" + port;
        var line = new LinkedHashMap<String, Object>();
        line.put("sandbox", "ready");
        line.put("url", url);
        line.put("dynamodb", url + "/dynamodb");
        return new String(Json.write(line), StandardCharsets.UTF_8);
    }
}
