package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.ProductUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Products, prices, and the list of what happened. */
class CatalogTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void sellsByAPriceOfAProduct() throws Exception {
        var product = shop.client()
                .v1()
                .products()
                .create(ProductCreateParams.builder().setName("Gala").build());
        var price = shop.client()
                .v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setProduct(product.getId())
                        .setCurrency("jpy")
                        .setUnitAmount(500L)
                        .build());

        var session = shop.client()
                .v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl("https://foyer.example/")
                        .addLineItem(SessionCreateParams.LineItem.builder()
                                .setPrice(price.getId())
                                .setQuantity(3L)
                                .build())
                        .build());

        assertThat(session.getAmountTotal()).isEqualTo(1500);
        assertThat(session.getCurrency()).isEqualTo("jpy");
        assertThat(price.getProduct()).isEqualTo(product.getId());
    }

    @Test
    void changesAndRemovesProducts() throws Exception {
        var products = shop.client().v1().products();
        var product =
                products.create(ProductCreateParams.builder().setName("Gala").build());

        var renamed = products.update(
                product.getId(),
                ProductUpdateParams.builder()
                        .setName("Grand gala")
                        .setActive(false)
                        .build());

        assertThat(renamed.getName()).isEqualTo("Grand gala");
        assertThat(renamed.getActive()).isFalse();
        assertThat(products.delete(product.getId()).getDeleted()).isTrue();
        assertThatThrownBy(() -> products.retrieve(product.getId())).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void listsEventsByTypeAndTime() throws Exception {
        shop.pays(shop.sells(1500, "eur"), "success");
        shop.clock.pass(Duration.ofMinutes(5));
        shop.pays(shop.sells(1500, "eur"), "success");

        var later = EventListParams.builder()
                .setType("checkout.session.completed")
                .setCreated(EventListParams.Created.builder()
                        .setGt(StripeShop.START.getEpochSecond())
                        .build())
                .build();
        var both = EventListParams.builder()
                .addType("charge.succeeded")
                .addType("checkout.session.completed")
                .build();

        assertThat(shop.client().v1().events().list(later).getData()).hasSize(1);
        assertThat(shop.client().v1().events().list(both).getData())
                .extracting(Event::getType)
                .containsExactly(
                        "checkout.session.completed",
                        "charge.succeeded",
                        "checkout.session.completed",
                        "charge.succeeded");
    }

    @Test
    void forgetsEventsAfterThirtyDays() throws Exception {
        shop.pays(shop.sells(1500, "eur"), "success");
        assertThat(shop.events()).contains("checkout.session.completed");

        shop.clock.pass(Duration.ofDays(31));

        assertThat(shop.events()).isEmpty();
    }

    @Test
    void anEventKeepsWhatWasThenAndWhoAsked() throws Exception {
        var session = shop.sellsUnder("k-1", 1500);
        shop.pays(session, "delayed");
        shop.clock.pass(Duration.ofSeconds(10));

        var completed = shop.client()
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("checkout.session.completed")
                        .build())
                .getData()
                .get(0);
        var created = shop.client()
                .v1()
                .events()
                .list(EventListParams.builder().setType("price.created").build())
                .getData()
                .get(0);

        assertThat(completed
                        .getDataObjectDeserializer()
                        .getObject()
                        .orElseThrow()
                        .toJson())
                .contains("\"payment_status\": \"unpaid\"");
        assertThat(completed.getRequest().getId()).isNull();
        assertThat(created.getRequest().getIdempotencyKey()).isEqualTo("k-1");
    }
}
