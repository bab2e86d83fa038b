package foyer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' page has every setting that the server reads, and none that it does not read. */
class DescribedSettingsTest {
    private static final Path PAGE = SourceTree.PROJECT.resolve("docs/operating.md");
    private static final Path STAGES = SourceTree.PROJECT.resolve("config/stages");
    private static final Path WHOSE_OWN_IS_THE_STAGE = Path.of("foyer/shared/Settings.java");

    /** One that ends with a dot begins the names of several. */
    private static final Pattern READ = Pattern.compile("\"(foyer(?:\\.[a-z-]+)+\\.?)\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`foyer[^|]*)\\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("`(foyer(?:\\.[a-z-]+)+)[`=]");
    private static final Pattern SET = Pattern.compile("(?m)^#?(foyer(?:\\.[a-z-]+)+)=");

    private static final Set<String> ALL = all();

    @Test
    void everySettingHasItsLine() {
        var described = described();

        assertThat(ALL)
                .hasSizeGreaterThan(100)
                .filteredOn(name -> described.stream().noneMatch(line -> isOf(name, line)))
                .isEmpty();
    }

    @Test
    void everyLineAndEveryMentionIsOfASetting() {
        var page = SourceTree.text(PAGE);

        assertThat(Stream.concat(described().stream(), found(NAMED, page)))
                .hasSizeGreaterThan(100)
                .filteredOn(line -> ALL.stream().noneMatch(name -> isOf(name, line)))
                .isEmpty();
    }

    @Test
    void everyStageSetsWhatIsRead() throws IOException {
        try (var stages = Files.list(STAGES)) {
            assertThat(stages.map(SourceTree::text).flatMap(stage -> found(SET, stage)))
                    .hasSizeGreaterThan(20)
                    .isSubsetOf(ALL);
        }
    }

    private static Set<String> all() {
        var all = new TreeSet<String>();
        for (var file : SourceTree.javaFiles("main")) {
            var source = SourceTree.text(file);
            if (file.endsWith(WHOSE_OWN_IS_THE_STAGE) || source.contains("implements FeatureSettings")) {
                found(READ, source).forEach(all::add);
            }
        }
        return all;
    }

    private static boolean isOf(String name, String line) {
        return name.endsWith(".") ? line.startsWith(name) : line.equals(name);
    }

    /** A row that begins with {@code `foyer.a.b`, `.c`} is about {@code foyer.a.c} too. */
    private static Set<String> described() {
        var described = new TreeSet<String>();
        found(ROW, SourceTree.text(PAGE)).forEach(row -> {
            var names = found(QUOTED, row).toList();
            var first = names.get(0);
            var before = first.substring(0, first.lastIndexOf('.'));
            names.forEach(name -> described.add(name.startsWith(".") ? before + name : name));
        });
        return described;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
