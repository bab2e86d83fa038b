package foyer.web.registration;

/**
 * A cell that no spreadsheet takes for a formula, and that reads back to what it was: a text that begins with a sign which
 * spreadsheets calculate from, or with an apostrophe, gets an apostrophe before it. Whoever reads a cell takes one leading
 * apostrophe off, and has the text.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP on formulas in CSV</a>
 */
final class SheetCell {
    // The last four are the wide forms of the first, which some spreadsheets calculate from as well.
    private static final String SIGNS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private SheetCell() {}

    static String inert(String text) {
        return calculates(text) ? "'" + text : text;
    }

    // A blank before a sign is nothing to some spreadsheets.
    private static boolean calculates(String text) {
        var shown = text.stripLeading();
        return (!text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0)
                || (!shown.isEmpty() && SIGNS.indexOf(shown.charAt(0)) >= 0);
    }
}
