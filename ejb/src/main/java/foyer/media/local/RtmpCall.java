package foyer.media.local;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Publishes at the ffmpeg that listens, as an encoder would. It does not repeat what the encoder said: ffmpeg expects
 * connect first, and writes the name that it is given on its standard error, which would be the stream key.
 */
final class RtmpCall {
    private static final String NAME = "live";

    private final RtmpReader from;
    private final RtmpWriter to;

    RtmpCall(RtmpReader from, RtmpWriter to) {
        this.from = from;
        this.to = to;
    }

    /** The stream on which it may send. Fails with {@link NotRtmp} when it may not. */
    int publish() throws IOException {
        to.chunkSize(RtmpReader.LARGEST_SIZE);
        ask(RtmpCommand.of("connect", 1, application()));
        var stream = ask(RtmpCommand.of("createStream", 2, new Amf0.Nothing())).number(1);
        to.write(RtmpCommand.of("publish", 3, new Amf0.Nothing(), new Amf0.Text(NAME), new Amf0.Text("live"))
                .on(stream));
        var status = next();
        while (!status.name().equals("onStatus")) {
            status = next();
        }
        if (!status.fields(1).text("code").equals("NetStream.Publish.Start")) {
            throw new NotRtmp("ffmpeg refuses.");
        }
        return stream;
    }

    private RtmpCommand ask(RtmpCommand question) throws IOException {
        to.write(question.on(0));
        var answer = next();
        while (!answer.isResultOf(question)) {
            if (answer.name().equals("_error")) {
                throw new NotRtmp("ffmpeg refuses.");
            }
            answer = next();
        }
        return answer;
    }

    private RtmpCommand next() throws IOException {
        while (true) {
            var command = RtmpCommand.in(from.next());
            if (command.isPresent()) {
                return command.get();
            }
        }
    }

    private static Amf0.Fields application() {
        Map<String, Amf0> application = new LinkedHashMap<>();
        application.put("app", new Amf0.Text(NAME));
        application.put("type", new Amf0.Text("nonprivate"));
        application.put("flashVer", new Amf0.Text("FMLE/3.0"));
        application.put("tcUrl", new Amf0.Text("rtmp://127.0.0.1/" + NAME));
        return new Amf0.Fields(application);
    }
}
