package foyer.event;

import foyer.shared.Fields;
import foyer.shared.PublicAddresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the picture comes from.
 *
 * @param elementalUrl the origin's base address, a MediaPackage endpoint; never shown to the public
 * @param manifestUrl what plays; {@code videoUrl} is its short form
 * @param thumbnailUrl the poster
 * @param simulive whether the recording plays as if it were live, from the start of the event on, for everyone at the same second
 * @param watermark whether each registered viewer sees their own address in the picture
 * @param chapters of the recording, in their order; for all to see, as a programme is
 */
public record Video(
        @Nullable String elementalUrl,
        @Nullable String manifestUrl,
        @Nullable String thumbnailUrl,
        boolean simulive,
        boolean watermark,
        List<Chapter> chapters) {
    public Video {
        chapters = List.copyOf(chapters);
    }

    static Video read(Fields fields, HouseRules house) {
        var video = written(fields, house.addresses());
        if (video.simulive) {
            house.whyNotAsIfLive(video.manifestUrl)
                    .ifPresent(why -> fields.refuse("videoConfig.simulive", "contradicts", why));
        }
        return video;
    }

    private static Video written(Fields fields, PublicAddresses addresses) {
        var shortForm = addresses.read(fields, "videoUrl");
        var video = fields.group("videoConfig")
                .map(group -> inFull(group, addresses))
                .orElse(new Video(null, null, null, false, false, List.of()));
        if (shortForm.isEmpty()) {
            return video;
        }
        if (video.manifestUrl != null && !video.manifestUrl.equals(shortForm.get())) {
            fields.refuse(
                    "videoUrl", "contradicts", "This is the short form of videoConfig.manifestUrl, which differs.");
        }
        return new Video(
                video.elementalUrl,
                shortForm.get(),
                video.thumbnailUrl,
                video.simulive,
                video.watermark,
                video.chapters);
    }

    private static Video inFull(Fields group, PublicAddresses addresses) {
        var video = new Video(
                addresses.read(group, "elementalUrl").orElse(null),
                addresses.read(group, "manifestUrl").orElse(null),
                addresses.read(group, "thumbnailUrl").orElse(null),
                group.truth("simulive").orElse(false),
                group.truth("watermark").orElse(false),
                Chapters.read(group));
        group.refuseUnknown();
        return video;
    }

    void writeTo(Map<String, Object> tree) {
        var config = new LinkedHashMap<String, Object>();
        if (elementalUrl != null) {
            config.put("elementalUrl", elementalUrl);
        }
        if (manifestUrl != null) {
            config.put("manifestUrl", manifestUrl);
            tree.put("videoUrl", manifestUrl);
        }
        if (thumbnailUrl != null) {
            config.put("thumbnailUrl", thumbnailUrl);
        }
        if (simulive) {
            config.put("simulive", true);
        }
        if (watermark) {
            config.put("watermark", true);
        }
        if (!chapters.isEmpty()) {
            config.put("chapters", chapters.stream().map(Chapter::view).toList());
        }
        tree.put("videoConfig", config);
    }

    /** The same with this to play, and with this poster where there is none, or that of another recording of the event's. */
    Video showing(String manifest, String thumbnail) {
        var isOurs = thumbnailUrl == null || shelf(thumbnailUrl).equals(shelf(thumbnail));
        return new Video(elementalUrl, manifest, isOurs ? thumbnail : thumbnailUrl, simulive, watermark, chapters);
    }

    // Posters of an event's recordings lie each in a folder of the recording's, beside each other.
    private static String shelf(String poster) {
        return poster.replaceFirst("/[^/]*/[^/]*$", "/");
    }

    /** The same with this to play, or nothing. */
    Video showing(@Nullable String manifest) {
        return new Video(elementalUrl, manifest, thumbnailUrl, simulive, watermark, chapters);
    }

    boolean plays(String manifest) {
        return manifest.equals(manifestUrl);
    }

    /** The same without what it plays, and without the poster, where it is this. */
    Video without(String manifest, String thumbnail) {
        return new Video(
                elementalUrl,
                manifest.equals(manifestUrl) ? null : manifestUrl,
                thumbnail.equals(thumbnailUrl) ? null : thumbnailUrl,
                simulive,
                watermark,
                chapters);
    }

    /** What the public may see of it: the poster, and the manifest only where nothing has to be proven first. */
    Video asSeenByAll(AuthType authType) {
        return new Video(
                null, authType == AuthType.NONE ? manifestUrl : null, thumbnailUrl, simulive, watermark, chapters);
    }
}
