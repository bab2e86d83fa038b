package foyer.sandbox.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * DynamoDB Local inside this process, one database for all credentials and regions. Its own starter
 * listens on every interface and reports its use, so its handler is put into a server of ours.
 */
final class LocalTables implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalDynamoDBRequestHandler tables;
    private final Server server;
    private final ServerConnector connector;

    private LocalTables(LocalDynamoDBRequestHandler tables) throws Exception {
        this.tables = tables;
        this.server = new Server();
        this.connector = new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        connector.setPort(0);
        connector.setIdleTimeout(600_000);
        server.addConnector(connector);
        server.setHandler(new LocalDynamoDBServerHandler(tables, null));
        server.start();
    }

    /** In memory where no folder is given. */
    static LocalTables start(Optional<Path> folder) throws IOException {
        SqliteLibrary.locate();
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        var path = folder.map(Path::toString).orElse(null);
        var tables = new LocalDynamoDBRequestHandler(0, path == null, path, true, false);
        try {
            return new LocalTables(tables);
        } catch (Exception failed) {
            throw new IOException("DynamoDB Local did not start", failed);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Fails where no table can be listed. */
    void ask() throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/"))
                .timeout(Duration.ofSeconds(10))
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=sandbox/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        var status = client.send(question, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("DynamoDB Local answers " + status);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception stubborn) {
            throw new IOException("DynamoDB Local did not stop", stubborn);
        } finally {
            tables.shutdown();
        }
    }
}
