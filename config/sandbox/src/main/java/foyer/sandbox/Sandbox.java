package foyer.sandbox;

import foyer.sandbox.dynamodb.DynamoDb;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Site;
import java.io.IOException;
import java.net.BindException;

/** Starts all stand-ins in one process and runs until that is told to end. */
public final class Sandbox {
    private static final int REFUSED = 2;

    private Sandbox() {}

    /** Ready when one line of JSON is on standard output; all else is said on standard error. */
    public static void main(String[] arguments) throws Exception {
        var answers = System.out;
        System.setOut(System.err);
        try {
            answers.println(start(Settings.from(System.getProperties())).line());
            answers.flush();
        } catch (IllegalArgumentException wrongSetting) {
            refuse(String.valueOf(wrongSetting.getMessage()));
        }
    }

    private static Ready start(Settings settings) throws Exception {
        QuietLogs.set();
        settings.parent().ifPresent(parent -> ParentWatch.endWith(parent, () -> System.exit(0)));
        var routes = new Routes();
        var site = open(settings.port(), routes);
        var dynamoDb = DynamoDb.start(settings.dataDir().map(folder -> folder.resolve("dynamodb")));
        dynamoDb.addTo(routes);
        var health = new Health().ask("dynamodb", dynamoDb::ask);
        routes.on("GET", "/health", asked -> health.answer());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            site.close();
            try {
                dynamoDb.close();
            } catch (IOException stubborn) {
                System.err.println("sandbox: " + stubborn);
            }
        }));
        site.start();
        return new Ready(site.port());
    }

    private static Site open(int port, Routes routes) throws IOException {
        try {
            return Site.on(port, routes);
        } catch (BindException occupied) {
            throw new IllegalArgumentException(
                    "Port " + port + " is occupied; choose another with -D" + Settings.PORT, occupied);
        }
    }

    private static void refuse(String why) {
        System.err.println("sandbox: " + why);
        System.exit(REFUSED);
    }
}
