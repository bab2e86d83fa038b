package foyer.web.media;

import foyer.media.cost.CapStanding;
import foyer.media.cost.CostPart;
import foyer.media.cost.LiveCost;
import foyer.media.cost.LiveForecast;
import foyer.media.cost.Spending;
import foyer.shared.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** What live channels cost, by the API's names. */
final class CostView {
    private CostView() {}

    static Map<String, Object> of(LiveForecast forecast) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("eventId", forecast.event().value());
        var viewers = forecast.viewers();
        if (viewers != null) {
            tree.put("viewers", viewers);
        }
        tree.put("cost", of(forecast.cost()));
        var cap = forecast.cap();
        if (cap != null) {
            tree.put("cap", of(cap));
        }
        return tree;
    }

    private static Map<String, Object> of(CapStanding standing) {
        var tree = new LinkedHashMap<String, Object>();
        var most = standing.cap().most();
        tree.put("amount", most.minorUnits());
        tree.put("currency", most.currency().getCurrencyCode());
        tree.put("level", Fields.wireName(standing.level()));
        tree.put("onCap", Fields.wireName(standing.cap().onCap()));
        return tree;
    }

    static Map<String, Object> of(Spending spending) {
        return Map.of("level", Fields.wireName(spending.told()), "rungsLeftOut", spending.rungsLeftOut());
    }

    static Map<String, Object> of(LiveCost cost) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("basis", Fields.wireName(cost.basis()));
        tree.put("message", cost.basis().words());
        switch (cost.basis()) {
            case PRICES, NO_PRICES -> {}
            case ONE_MACHINE -> tree.put("amount", 0L);
        }
        cost.sum().ifPresent(sum -> {
            tree.put("amount", sum.minorUnits());
            tree.put("currency", sum.currency().getCurrencyCode());
        });
        tree.put("parts", cost.parts().stream().map(CostView::part).toList());
        return tree;
    }

    private static Map<String, Object> part(CostPart part) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", Fields.wireName(part.kind()));
        tree.put("quantity", part.quantity());
        tree.put("unit", part.kind().unit());
        tree.put("amount", part.sum().minorUnits());
        return tree;
    }
}
