package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RtmpGreetingTest {
    private static final Amf0 NOTHING = new Amf0.Nothing();
    private static final RtmpCommand CONNECT = connect("live");
    private static final RtmpCommand CREATE = RtmpCommand.of("createStream", 4, NOTHING);
    private static final RtmpCommand PUBLISH =
            RtmpCommand.of("publish", 5, NOTHING, new Amf0.Text("secret"), new Amf0.Text("live"));

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anEncoderIsLedToItsPublish() throws IOException {
        var name = new Amf0.Text("secret");

        var wish = greeting(
                        CONNECT,
                        RtmpCommand.of("releaseStream", 2, NOTHING, name),
                        RtmpCommand.of("FCPublish", 3, NOTHING, name),
                        CREATE,
                        RtmpCommand.of("_checkbw", 0, NOTHING),
                        PUBLISH)
                .hear();

        assertThat(wish.app()).isEqualTo("live");
        assertThat(wish.streamKey()).isEqualTo("secret");
        assertThat(wish.toString()).doesNotContain("secret");
    }

    @Test
    void whatSteersTheProtocolComesBeforeTheFirstAnswer() throws IOException {
        greeting(CONNECT, CREATE, PUBLISH).hear();

        assertThat(answers())
                .extracting(RtmpMessage::type)
                .startsWith(
                        RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE,
                        RtmpMessage.SET_PEER_BANDWIDTH,
                        RtmpMessage.SET_CHUNK_SIZE,
                        RtmpMessage.COMMAND);
    }

    @Test
    void everyQuestionIsAnsweredUnderItsNumber() throws IOException {
        greeting(CONNECT, CREATE, PUBLISH).hear();

        var results = commands();
        assertThat(results).extracting(RtmpCommand::name).containsOnly("_result");
        assertThat(results).extracting(RtmpCommand::transaction).containsExactly(1.0, 4.0);
        assertThat(results.get(0).fields(1).text("code")).isEqualTo("NetConnection.Connect.Success");
        assertThat(results.get(1).number(1)).isEqualTo(1);
    }

    @Test
    void itMaySendOnlyOnceItIsWelcome() throws IOException {
        var greeting = greeting(CONNECT, CREATE, PUBLISH);
        greeting.hear();
        var before = commands().size();

        greeting.welcome();

        var status = commands().get(before);
        assertThat(status.name()).isEqualTo("onStatus");
        assertThat(status.fields(1).text("level")).isEqualTo("status");
        assertThat(status.fields(1).text("code")).isEqualTo("NetStream.Publish.Start");
    }

    @Test
    void aRefusalIsAnError() throws IOException {
        greeting().refuse("NetStream.Publish.BadName", "No.");

        assertThat(commands().get(0).fields(1).text("level")).isEqualTo("error");
        assertThat(commands().get(0).fields(1).text("code")).isEqualTo("NetStream.Publish.BadName");
    }

    @Test
    void aSlashAfterTheApplicationIsNoOther() throws IOException {
        assertThat(greeting(connect("live/"), PUBLISH).hear().app()).isEqualTo("live");
        assertThat(greeting(connect("live/more"), PUBLISH).hear().app()).isEqualTo("live/more");
    }

    @Test
    void aCommandMayComeUnderTheNumberOfAmf3() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new RtmpWriter(bytes);
        writer.write(CONNECT.on(0));
        var plain = PUBLISH.on(1).payload();
        var wrapped = new byte[plain.length + 1];
        System.arraycopy(plain, 0, wrapped, 1, plain.length);
        writer.write(new RtmpMessage(RtmpMessage.COMMAND_OF_AMF_3, 0, 1, wrapped));

        assertThat(greeting(bytes.toByteArray()).hear().streamKey()).isEqualTo("secret");
    }

    @Test
    void whoeverDoesOtherwiseIsNoEncoder() {
        assertThatThrownBy(() -> greeting(PUBLISH).hear()).isInstanceOf(NotRtmp.class);
        assertThatThrownBy(() ->
                        greeting(CONNECT, RtmpCommand.of("play", 5, NOTHING)).hear())
                .isInstanceOf(NotRtmp.class);
        assertThatThrownBy(() -> greeting(CONNECT, CREATE).hear()).isInstanceOf(EOFException.class);
    }

    private static RtmpCommand connect(String app) {
        return RtmpCommand.of("connect", 1, new Amf0.Fields(Map.of("app", new Amf0.Text(app))));
    }

    private RtmpGreeting greeting(RtmpCommand... commands) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new RtmpWriter(bytes);
        for (var command : commands) {
            writer.write(command.on(0));
        }
        return greeting(bytes.toByteArray());
    }

    private RtmpGreeting greeting(byte[] bytes) {
        var from = new RtmpReader(new ByteArrayInputStream(bytes), RtmpLimits.BEFORE);
        return new RtmpGreeting(from, new RtmpWriter(said));
    }

    private List<RtmpMessage> answers() throws IOException {
        var reader = new RtmpReader(new ByteArrayInputStream(said.toByteArray()), RtmpLimits.BEFORE);
        var answers = new ArrayList<RtmpMessage>();
        try {
            while (true) {
                answers.add(reader.next());
            }
        } catch (EOFException all) {
            return answers;
        }
    }

    private List<RtmpCommand> commands() throws IOException {
        var commands = new ArrayList<RtmpCommand>();
        for (var answer : answers()) {
            RtmpCommand.in(answer).ifPresent(commands::add);
        }
        return commands;
    }
}
