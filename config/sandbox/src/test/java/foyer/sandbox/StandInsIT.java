package foyer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.s3.S3Client;

/** What the real SDKs make of the stand-ins, each fault included. */
class StandInsIT {
    private static final String TABLE = "stand-ins";

    private static SandboxProcess sandbox;
    private static DynamoDbClient tables;
    private static S3Client files;

    @BeforeAll
    static void start() throws Exception {
        sandbox = SandboxProcess.start();
        tables = SdkClients.tables(URI.create(sandbox.ready().path("dynamodb").asString()));
        files = SdkClients.files(URI.create(sandbox.ready().path("s3").asString()));
        SdkClients.createTable(tables, TABLE);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void switchFaultsOff() throws Exception {
        sandbox.ask("DELETE", "/dynamodb/_control/faults", "");
        sandbox.ask("DELETE", "/mail/_control/faults", "");
        sandbox.ask("DELETE", "/mail/messages", "");
    }

    private static void put(String id) {
        tables.putItem(request -> request.tableName(TABLE).item(Map.of("id", AttributeValue.fromS(id))));
    }

    private static boolean isThere(String id) {
        return tables.getItem(request -> request.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .consistentRead(true))
                .hasItem();
    }

    @Test
    void allPartsAnswer() throws Exception {
        assertThat(sandbox.json("/health").path("status").asString()).isEqualTo("UP");
        for (var page :
                new String[] {"/", "/mail", "/partner", "/assets/sandbox.css", "/origin/recorded/demo/master.m3u8"}) {
            assertThat(sandbox.ask("GET", page, "").statusCode()).as(page).isEqualTo(200);
        }
    }

    @Test
    void aFailureBeforeTheEffectLeavesNothing() throws Exception {
        sandbox.fault("dynamodb", "PutItem", "before", 1);

        assertThatThrownBy(() -> put("before")).isInstanceOf(InternalServerErrorException.class);
        assertThat(isThere("before")).isFalse();
        assertThatCode(() -> put("before")).doesNotThrowAnyException();
    }

    @Test
    void aFailureAfterTheEffectHidesIt() throws Exception {
        sandbox.fault("dynamodb", "PutItem", "after", 1);

        assertThatThrownBy(() -> put("after")).isInstanceOf(InternalServerErrorException.class);
        assertThat(isThere("after")).isTrue();
    }

    @Test
    void aLostAnswerLeavesTheCallerInTheDark() throws Exception {
        sandbox.fault("dynamodb", "PutItem", "reset", 1);

        assertThatThrownBy(() -> put("reset")).isInstanceOf(SdkClientException.class);
        assertThat(isThere("reset")).isTrue();
    }

    @Test
    void throttlingLooksLikeDynamoDbsOwn() throws Exception {
        sandbox.fault("dynamodb", "PutItem", "throttle", 1);

        assertThatThrownBy(() -> put("throttle")).isInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(isThere("throttle")).isFalse();
    }

    @Test
    void aDelayedCallHappensLate() throws Exception {
        sandbox.fault("dynamodb", "PutItem", "delay", 1);
        var before = System.nanoTime();
        put("delay");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isGreaterThanOrEqualTo(500);
        assertThat(isThere("delay")).isTrue();
    }

    @Test
    void everyCallIsCounted() throws Exception {
        sandbox.ask("DELETE", "/dynamodb/_control/calls", "");
        put("counted");
        put("counted");
        tables.scan(request -> request.tableName(TABLE));

        assertThat(sandbox.ask("GET", "/dynamodb/_control/calls", "").body())
                .contains("{\"operation\":\"PutItem\",\"table\":\"stand-ins\",\"calls\":2,\"items\":2}")
                .contains("{\"operation\":\"Scan\",\"table\":\"stand-ins\",\"calls\":1,\"items\":1}");
    }

    @Test
    void filesComeBackAsTheyWere() throws Exception {
        var bytes = new byte[12_000_000];
        new java.util.Random(7).nextBytes(bytes);
        for (var bucket : new String[] {"foyer-uploads", "foyer-recordings"}) {
            files.putObject(request -> request.bucket(bucket).key("a b/c+d.mp4"), RequestBody.fromBytes(bytes));

            assertThat(files.getObjectAsBytes(request -> request.bucket(bucket).key("a b/c+d.mp4"))
                            .asByteArray())
                    .isEqualTo(bytes);
            assertThat(files.listObjectsV2(request -> request.bucket(bucket)).contents())
                    .extracting(object -> object.key())
                    .contains("a b/c+d.mp4");
        }
    }

    @Test
    void aLetterComesToEachRecipient() throws Exception {
        Letters.send(sandbox.smtpPort(), "Your code – 123456", "eve@example.org", "bob@example.org");
        var items = sandbox.json("/mail/messages?to=Eve@Example.org").path("items");

        assertThat(items.size()).isEqualTo(1);
        var letter = items.path(0);
        assertThat(letter.path("to").asString()).isEqualTo("eve@example.org");
        assertThat(letter.path("subject").asString()).isEqualTo("Your code – 123456");
        assertThat(letter.path("text").asString()).contains("Hello in plain");
        assertThat(letter.path("html").asString()).contains("<p>Hello in <b>HTML</b></p>");
        assertThat(letter.path("calendar").asString()).startsWith("BEGIN:VCALENDAR\r\nSUMMARY:Été");
        assertThat(letter.path("headers").path("X-Foyer").asString()).isEqualTo("yes");
        assertThat(letter.path("receivedAt").asString()).endsWith("Z");
        assertThat(sandbox.json("/mail/messages").path("items").size()).isEqualTo(2);
        assertThat(sandbox.ask("GET", "/mail", "").body()).contains("Your code – 123456");
    }

    @Test
    void aMailServerCanRefuseForNow() throws Exception {
        sandbox.fault("mail", "*", "before", 1);
        assertThatThrownBy(() -> Letters.send(sandbox.smtpPort(), "refused", "eve@example.org"))
                .hasStackTraceContaining("451");
        sandbox.fault("mail", "MAIL", "throttle", 1);
        assertThatThrownBy(() -> Letters.send(sandbox.smtpPort(), "throttled", "eve@example.org"))
                .hasStackTraceContaining("421");

        assertThat(sandbox.json("/mail/messages").path("items").size()).isZero();
    }

    @Test
    void anAddressWithoutAMailboxIsRefusedForGoodUntilItHasOne() throws Exception {
        sandbox.ask("PUT", "/mail/_control/closed/eve+1@example.org", "");
        for (var nobody : new String[] {"Eve+1@Example.org", "eve@nobody.example"}) {
            assertThatThrownBy(() -> Letters.send(sandbox.smtpPort(), "refused", nobody))
                    .hasStackTraceContaining("550");
        }
        Letters.send(sandbox.smtpPort(), "another's", "eve@example.org");

        sandbox.ask("DELETE", "/mail/_control/closed/eve+1@example.org", "");
        Letters.send(sandbox.smtpPort(), "taken", "eve+1@example.org");

        assertThat(sandbox.json("/mail/messages").path("items").size()).isEqualTo(2);
    }

    @Test
    void aMailServerCanTakeALetterAndNotSaySo() throws Exception {
        for (var effect : new String[] {"after", "reset"}) {
            sandbox.fault("mail", "*", effect, 1);
            assertThatThrownBy(() -> Letters.send(sandbox.smtpPort(), effect, "eve@example.org"))
                    .isInstanceOf(jakarta.mail.MessagingException.class);
        }

        assertThat(sandbox.json("/mail/messages").path("items").size()).isEqualTo(2);
    }
}
