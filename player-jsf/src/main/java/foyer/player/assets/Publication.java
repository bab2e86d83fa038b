package foyer.player.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder of assets that the build published, with what was read of it kept in memory: it never changes. */
final class Publication {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private final String folder;
    private final Source source;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** Where the files lie, by their path below the assets. */
    interface Source {
        @Nullable
        InputStream open(String path) throws IOException;
    }

    Publication(String folder, Source source) {
        this.folder = folder;
        this.source = source;
    }

    /** How the build named the folder. */
    static String folder() {
        var properties = new Properties();
        try (var stream = Publication.class.getResourceAsStream("assets.properties")) {
            if (stream == null) {
                throw new IllegalStateException("The build published no assets.");
            }
            properties.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("folder", "");
    }

    /** The first of the given forms there is. Other folders than today's are not there: they may be an older node's. */
    Optional<Asset> find(String path, List<Encoding> encodings) {
        if (!PATH.matcher(path).matches() || !path.startsWith("/" + folder + "/")) {
            return Optional.empty();
        }
        return encodings.stream()
                .flatMap(encoding -> find(path, encoding).stream())
                .findFirst();
    }

    private Optional<Asset> find(String path, Encoding encoding) {
        var name = path + encoding.suffix();
        var known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (var stream = source.open(name)) {
            if (stream == null) {
                return Optional.empty();
            }
            var asset = new Asset(encoding, stream.readAllBytes());
            read.put(name, asset);
            return Optional.of(asset);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
