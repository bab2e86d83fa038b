package foyer.media.captions;

import foyer.media.rendition.UnfitPlaylist;
import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaType;
import io.lindstrom.m3u8.model.Variant;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The manifest of a recording (RFC 8216, 4.3.4), as far as it tells which captions there are. It alone tells. */
public final class CaptionedManifest {
    private static final String GROUP = "captions";
    private static final MasterPlaylistParser PARSER = new MasterPlaylistParser(ParsingMode.LENIENT);

    private final MasterPlaylist manifest;

    private CaptionedManifest(MasterPlaylist manifest) {
        this.manifest = manifest;
    }

    /** Fails with {@link UnfitPlaylist}. */
    public static CaptionedManifest read(String text) {
        try {
            return new CaptionedManifest(PARSER.readPlaylist(text));
        } catch (PlaylistParserException unreadable) {
            throw new UnfitPlaylist("A recording's manifest is no list of renditions: " + unreadable.getMessage());
        }
    }

    /** In their order. */
    public List<CaptionTrack> tracks() {
        return captions(any -> true).stream()
                .map(each -> new CaptionTrack(each.language().orElse(""), each.name()))
                .toList();
    }

    /** As the last; those in the same language are left out. */
    public CaptionedManifest with(CaptionTrack track, String folder) {
        var group = captions(any -> true).stream()
                .map(AlternativeRendition::groupId)
                .findFirst()
                .orElse(GROUP);
        var added = AlternativeRendition.builder()
                .type(MediaType.SUBTITLES)
                .groupId(group)
                .name(track.label())
                .language(track.language())
                .defaultRendition(false)
                .autoSelect(true)
                .forced(false)
                .uri(folder + "/" + CaptionRendition.PLAYLIST)
                .build();
        var renditions = new ArrayList<>(without(track.language()).manifest.alternativeRenditions());
        renditions.add(added);
        return changed(renditions, Optional.of(group));
    }

    public CaptionedManifest without(String language) {
        var left = manifest.alternativeRenditions().stream()
                .filter(each -> each.type() != MediaType.SUBTITLES || !isIn(each, language))
                .toList();
        var group = left.stream()
                .filter(each -> each.type() == MediaType.SUBTITLES)
                .map(AlternativeRendition::groupId)
                .findFirst();
        return changed(left, group);
    }

    /** Where those in this language are, below the manifest's own folder; empty where there are none. */
    public Optional<String> folder(String language) {
        return captions(each -> isIn(each, language)).stream()
                .flatMap(each -> each.uri().stream())
                .filter(uri -> uri.contains("/"))
                .map(uri -> uri.substring(0, uri.indexOf('/')))
                .findFirst();
    }

    /** The path of a rendition's playlist, below the manifest's own folder. Fails with {@link UnfitPlaylist} where it names none. */
    public String rendition() {
        return manifest.variants().stream()
                .map(Variant::uri)
                .findFirst()
                .orElseThrow(() -> new UnfitPlaylist("A recording's manifest names no renditions."));
    }

    public String text() {
        return PARSER.writePlaylistAsString(manifest);
    }

    private CaptionedManifest changed(List<AlternativeRendition> renditions, Optional<String> group) {
        var variants = manifest.variants().stream()
                .map(variant -> Variant.builder().from(variant).subtitles(group).build())
                .toList();
        return new CaptionedManifest(MasterPlaylist.builder()
                .from(manifest)
                .alternativeRenditions(renditions)
                .variants(variants)
                .build());
    }

    private List<AlternativeRendition> captions(Predicate<AlternativeRendition> wanted) {
        return manifest.alternativeRenditions().stream()
                .filter(each -> each.type() == MediaType.SUBTITLES)
                .filter(wanted)
                .toList();
    }

    private static boolean isIn(AlternativeRendition captions, String language) {
        return captions.language().orElse("").equalsIgnoreCase(language);
    }
}
