package foyer.sandbox.dynamodb;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.Fault;
import foyer.sandbox.fault.FaultControl;
import foyer.sandbox.fault.Faults;
import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Upstream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** DynamoDB's protocol under {@code /dynamodb}, with its fault switches and its count of calls. */
public final class DynamoDb implements AutoCloseable {
    private static final String PATH = "/dynamodb";
    private static final String TYPES = "com.amazonaws.dynamodb.v20120810#";
    /** DynamoDB's own limit of a request. */
    private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    private final LocalTables tables;
    private final Upstream upstream;
    private final Faults faults = new Faults();
    private final Calls calls = new Calls();

    private DynamoDb(LocalTables tables) {
        this.tables = tables;
        this.upstream = new Upstream(tables.port(), PATH);
    }

    /** In memory where no folder is given. */
    public static DynamoDb start(Optional<Path> folder) throws IOException {
        return new DynamoDb(LocalTables.start(folder));
    }

    public void addTo(Routes routes) {
        new FaultControl(faults, EnumSet.allOf(Effect.class)).addTo(routes, PATH + "/_control/faults");
        routes.on("GET", PATH + "/_control/calls", asked -> Answer.json(200, Map.of("items", calls.list())));
        routes.on("DELETE", PATH + "/_control/calls", asked -> {
            calls.reset();
            return Answer.empty(204);
        });
        routes.onAny(PATH + "/_control/*", asked -> {
            throw Refusal.notFound(asked.path());
        });
        routes.onAny(PATH + "/*", this::answer);
    }

    /** Fails where no table can be listed. */
    public void ask() throws IOException, InterruptedException {
        tables.ask();
    }

    private Answer answer(Request request) throws IOException, InterruptedException {
        var operation = operation(request);
        var body = request.body(LARGEST_REQUEST);
        if (operation.isEmpty()) {
            return pass(request, body);
        }
        calls.count(operation, Json.read(body));
        var fault = faults.strike(operation);
        return fault.isPresent() ? fail(fault.get(), request, body) : pass(request, body);
    }

    private Answer fail(Fault fault, Request request, byte[] body) throws IOException, InterruptedException {
        return switch (fault.effect()) {
            case BEFORE -> broken();
            case AFTER -> {
                done(pass(request, body));
                yield broken();
            }
            case RESET -> {
                done(pass(request, body));
                yield Answer.lost();
            }
            case THROTTLE -> throttled();
            case DELAY -> {
                fault.sleep();
                yield pass(request, body);
            }
        };
    }

    private Answer pass(Request request, byte[] body) throws IOException, InterruptedException {
        return upstream.pass(request, BodyPublishers.ofByteArray(body));
    }

    private static void done(Answer answer) throws IOException {
        answer.content().writeTo(OutputStream.nullOutputStream());
    }

    private static Answer broken() {
        return refused(500, "InternalServerError", "The request processing has failed because of a fault switch.");
    }

    private static Answer throttled() {
        return refused(
                400,
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded. "
                        + "Consider increasing your provisioning level with the UpdateTable API.");
    }

    private static Answer refused(int status, String type, String message) {
        var body = Json.write(Map.of("__type", TYPES + type, "message", message));
        var checksum = new CRC32();
        checksum.update(body);
        return Answer.of(status, "application/x-amz-json-1.0", body)
                .with("x-amz-crc32", Long.toString(checksum.getValue()));
    }

    /** The last part of {@code X-Amz-Target: DynamoDB_20120810.PutItem}; empty where there is none. */
    private static String operation(Request request) {
        var target = request.header("X-Amz-Target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
