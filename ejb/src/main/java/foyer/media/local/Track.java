package foyer.media.local;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A track of sound or of captions.
 *
 * @param index of the stream in the file
 * @param language by ISO 639 or BCP 47; empty: not known
 * @param name for people
 */
record Track(int index, String language, String name) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST_NAME = 60;

    /** As the file says; what would not be safe in a playlist is left out. */
    static Track of(int index, String language, String title, String otherwise) {
        var known = LANGUAGE.matcher(language).matches() && !language.equals("und") ? language : "";
        var plain = title.replaceAll("[\"\\p{Cntrl}]", " ").strip();
        var cut = plain.length() <= LONGEST_NAME
                ? plain
                : plain.substring(0, LONGEST_NAME).strip();
        var name = cut.isEmpty() ? known : cut;
        return new Track(index, known, name.isEmpty() ? otherwise : name);
    }

    /** The same, by a name that none of these has: playlists tell the tracks of a group apart by it (RFC 8216, 4.3.4.1.1). */
    Track apartFrom(List<Track> others) {
        var free = name;
        for (var number = 2; isTaken(free, others); number++) {
            free = name + " " + number;
        }
        return new Track(index, language, free);
    }

    private static boolean isTaken(String name, List<Track> others) {
        return others.stream().anyMatch(other -> other.name.equals(name));
    }
}
