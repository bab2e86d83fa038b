package foyer.media.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Videos of five seconds, made once for all tests. Other JVMs make the same: each file is there whole, or not at all. */
final class SomeVideos {
    private static final Path FOLDER = folder();
    private static final List<String> PICTURE =
            List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=5");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=5");
    private static final List<String> FAST = List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    private SomeVideos() {}

    /** 640 by 360, with sound. */
    static synchronized Path usual() {
        return made("usual.mp4", List.of("-c:a", "aac", "-movflags", "+faststart"), List.of(PICTURE, SOUND));
    }

    /** With two languages and captions in one of them. */
    static synchronized Path withCaptions() {
        var captions = whole("captions.srt", file -> write(file, "1\n00:00:01,000 --> 00:00:03,000\nGuten Abend\n"));
        return made(
                "captions.mkv",
                List.of(
                        "-map",
                        "0:v",
                        "-map",
                        "1:a",
                        "-map",
                        "1:a",
                        "-map",
                        "2:s",
                        "-c:a",
                        "aac",
                        "-c:s",
                        "srt",
                        "-metadata:s:a:0",
                        "language=ger",
                        "-metadata:s:a:1",
                        "language=eng",
                        "-metadata:s:s:0",
                        "language=ger",
                        "-metadata:s:s:0",
                        "title=Für alle"),
                List.of(PICTURE, SOUND, List.of("-i", captions.toString())));
    }

    /** Of five seconds, and twice as many of sound. */
    static synchronized Path withLongerSound() {
        return made(
                "longer-sound.mp4",
                List.of("-c:a", "aac"),
                List.of(PICTURE, List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=10")));
    }

    static synchronized Path withoutSound() {
        return made("silent.mov", List.of(), List.of(PICTURE));
    }

    /** Of a telephone held upright: its pictures lie on their side and say so. */
    static synchronized Path upright() {
        var lying = withoutSound();
        return made("upright.mp4", List.of("-i", lying.toString(), "-c", "copy", "-metadata:s:v", "rotate=90"));
    }

    static synchronized Path webm() {
        var command = new ArrayList<>(PICTURE);
        command.addAll(SOUND);
        command.addAll(List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libvorbis"));
        return made("show.webm", command);
    }

    static synchronized Path soundOnly() {
        var command = new ArrayList<>(SOUND);
        command.addAll(List.of("-c:a", "aac"));
        return made("sound.mp4", command);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Path made(String name, List<String> how, List<List<String>> inputs) {
        var command = new ArrayList<String>();
        inputs.forEach(command::addAll);
        command.addAll(FAST);
        command.addAll(how);
        return made(name, command);
    }

    private static Path made(String name, List<String> command) {
        return whole(name, file -> {
            var all = new ArrayList<>(command);
            all.add(file.toString());
            Ffmpeg.run(FOLDER, all.toArray(String[]::new));
        });
    }

    /** Made under a name of this JVM's own first. */
    private static Path whole(String name, Consumer<Path> maker) {
        var file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            var aside = FOLDER.resolve(ProcessHandle.current().pid() + "-" + name);
            try {
                Files.deleteIfExists(aside);
                maker.accept(aside);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failing) {
                throw new UncheckedIOException(failing);
            }
        }
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failing) {
            throw new UncheckedIOException(failing);
        }
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "videos").toAbsolutePath());
        } catch (IOException failing) {
            throw new UncheckedIOException(failing);
        }
    }
}
