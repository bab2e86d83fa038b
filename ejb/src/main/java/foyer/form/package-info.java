/** The form people fill in to register: its fields and what each of them accepts. Knows no event and no registration. */
@NullMarked
package foyer.form;

import org.jspecify.annotations.NullMarked;
