package foyer.media.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The command that waits for one encoder and passes on what it sends as it is: first its picture, then its sound, then a black
 * picture and silence, so that whoever reads finds one of each whatever came. All of it ends with the encoder.
 *
 * @param port of loopback
 * @see <a href="https://ffmpeg.org/ffmpeg-protocols.html#rtmp">ffmpeg on RTMP</a>
 */
record LiveListening(String ffmpeg, int port) {
    /** How long it waits: should this server die, it does not stay behind forever. */
    static final int PATIENCE_SECONDS = 600;

    private static final String NOTHING_TO_SEE = "color=black:size=16x16:rate=25,format=yuv420p";
    private static final String NOTHING_TO_HEAR = "anullsrc=sample_rate=48000:channel_layout=stereo,aformat=s16";

    List<String> command() {
        var command = new ArrayList<>(List.of("nice", "-n", "5", ffmpeg, "-hide_banner", "-nostdin", "-nostats"));
        command.addAll(List.of("-v", "info", "-protocol_whitelist", "rtmp,tcp", "-format_whitelist", "flv"));
        // As little as tells what it is: viewers wait meanwhile.
        command.addAll(List.of("-fflags", "nobuffer", "-probesize", "2000000", "-analyzeduration", "700000"));
        command.addAll(List.of("-timeout", Integer.toString(PATIENCE_SECONDS), "-listen", "1"));
        command.addAll(List.of("-i", "rtmp://127.0.0.1:" + port + "/live"));
        command.addAll(List.of("-f", "lavfi", "-i", NOTHING_TO_SEE, "-f", "lavfi", "-i", NOTHING_TO_HEAR));
        command.addAll(List.of("-map", "0:v:0?", "-map", "0:a:0?", "-map", "1:v", "-map", "2:a", "-c", "copy"));
        command.addAll(List.of("-shortest", "-flush_packets", "1", "-f", "nut", "pipe:1"));
        return command;
    }
}
