package foyer.running;

import java.util.function.Consumer;

/**
 * The journey of one buyer.
 *
 * @param before what they have done already
 * @param way what they do while the server may die
 */
record SaleJourney(Sale sale, Consumer<Sale> before, Consumer<Sale> way) implements Journey {
    @Override
    public void setsOut() {
        before.accept(sale);
    }

    @Override
    public void goes() {
        way.accept(sale);
    }

    @Override
    public void goesOn() {
        sale.goesOn();
    }

    @Override
    public String fault() {
        return sale.fault();
    }

    @Override
    public String faultAtTheEnd() {
        return sale.faultAtTheEnd();
    }
}
