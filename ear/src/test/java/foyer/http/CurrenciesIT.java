package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices in money of other decimals than the usual, over HTTP, as the provider counts them. */
@Beside
class CurrenciesIT {
    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void kronurAreSoldWholeThoughTheProviderCountsThemInHundredths() {
        var ada = Shopper.at(Shopper.offer(500, "ISK").publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");

        var paid = ada.looks(checkout);

        assertThat(paid.getString("status")).isEqualTo("completed");
        assertThat(paid.getInt("amount")).isEqualTo(500);
        var there = Provider.session(Shopper.session(checkout));
        assertThat(there.getString("currency")).isEqualTo("isk");
        assertThat(there.getInt("amount_total")).isEqualTo(50_000);
    }

    /** As the provider counts them: yen in whole, dinars in thousandths. */
    @ParameterizedTest
    @CsvSource({"500,JPY", "1230,KWD"})
    void moneyWithoutDecimalsAndWithThreeIsSoldAndGivenBack(int price, String currency) {
        var ada = Shopper.at(Shopper.offer(price, currency).publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");

        var paid = ada.looks(checkout);

        assertThat(paid.getString("status")).isEqualTo("completed");
        assertThat(paid.getInt("amount")).isEqualTo(price);
        assertThat(paid.getString("currency")).isEqualTo(currency);
        var there = Provider.session(Shopper.session(checkout));
        assertThat(there.getString("currency")).isEqualTo(currency.toLowerCase(Locale.ROOT));
        assertThat(there.getInt("amount_total")).isEqualTo(price);
        assertThat(ada.refundedBy(organizer, "{}").getJsonObject("payment").getInt("refundedAmount"))
                .isEqualTo(price);
    }

    @Test
    void pricesThatNobodyCanChargeAreRefused() {
        Shopper.offer(500, "JPY").createdBy(organizer);
        Shopper.offer(1230, "KWD").createdBy(organizer);
        assertThat(refused("1234", "KWD")).contains("not_chargeable", "1230");
        assertThat(refused("49", "USD")).contains("not_chargeable", "50");
        assertThat(refused("10.5", "EUR")).contains("wrong_type");
        assertThat(refused("-100", "EUR")).contains("not_chargeable");
        assertThat(refused("1e309", "EUR")).contains("malformed_json");
    }

    private String refused(String price, String currency) {
        var event = Shopper.offer().json().toString();
        var changed = event.replace("\"price\":1200", "\"price\":" + price).replace("\"EUR\"", "\"" + currency + "\"");
        return organizer.call("POST", "/api/events", changed).expect(400).text();
    }
}
