package foyer.sandbox.page;

/** Text on its way into a page. */
public final class Html {
    private Html() {}

    /** Safe between tags and within quoted attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
