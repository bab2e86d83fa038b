package foyer.player.assets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells a page the addresses of its assets. */
@Singleton
public class AssetAddresses {
    private final String prefix;
    private final Optional<String> origin;

    @Inject
    AssetAddresses(AssetSettings settings) {
        this(settings, Publication.folder());
    }

    AssetAddresses(AssetSettings settings, String folder) {
        var base = Optional.ofNullable(settings.base());
        this.prefix = base.map(Object::toString).orElse("").replaceFirst("/+$", "") + "/assets/" + folder + "/";
        this.origin = base.map(address -> address.getScheme() + "://" + address.getRawAuthority());
    }

    /** For a name as the build published it: {@code watch.js}. */
    public String of(String name) {
        return prefix + name;
    }

    /** The foreign origin they come from, if it is not this server. */
    public Optional<String> origin() {
        return origin;
    }
}
