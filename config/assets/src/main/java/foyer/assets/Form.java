package foyer.assets;

/** How a bundle is brought into a page. */
enum Form {
    /** Imported, or a style sheet. */
    MODULE,
    /** By a plain script element, in a page where others have names too: it leaves none but those that it sets itself. */
    SCRIPT
}
