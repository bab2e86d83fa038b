package foyer.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EsbuildTest {
    @TempDir
    Path workshop;

    @Test
    void whatIsImportedLaterStaysApart() throws IOException {
        Files.writeString(workshop.resolve("later.js"), "export const later = 'later';");
        Files.writeString(workshop.resolve("now.js"), "export const now = 'now';");
        var entry = write("page.js", "import {now} from './now.js'; console.log(now); import('./later.js');");

        var out = bundle(entry);

        assertThat(out.resolve("page.js")).content().contains("now").doesNotContain("later\"");
        assertThat(Folder.files(out)).hasSize(2);
    }

    @Test
    void brokenModuleBreaksTheBuildAndSaysWhere() throws IOException {
        var entry = write("page.js", "import './missing.js';");

        assertThatThrownBy(() -> bundle(entry)).isInstanceOf(IOException.class).hasMessageContaining("missing.js");
    }

    @Test
    void aScriptLeavesNoNameBehind() throws IOException {
        Files.writeString(workshop.resolve("part.js"), "export const part = 'part';");
        var entry = write("page.js", "import {part} from './part.js'; const mine = part; window.one = mine;");

        var out = workshop.resolve("script");
        try (var esbuild = Esbuild.unpacked()) {
            esbuild.bundle(entry, Form.SCRIPT, out);
        }

        assertThat(out.resolve("page.js"))
                .content()
                .startsWith("(()=>{")
                .contains("part")
                .doesNotContain("import");
        assertThat(Folder.files(out)).hasSize(1);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(workshop.resolve(name), content);
    }

    private Path bundle(Path entry) throws IOException {
        var out = workshop.resolve("out");
        try (var esbuild = Esbuild.unpacked()) {
            esbuild.bundle(entry, Form.MODULE, out);
        }
        return out;
    }
}
