package foyer.payment.simulation;

import foyer.registration.Application;
import foyer.registration.Credentials;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever comes to a house from outside by its pages: registers, pays, comes back and withdraws. */
final class WhatViewersDo {
    private static final Outgoing LETTER = SomeRegistrations.aLetter("registered");

    private final SimulatedHouse house;
    private final Chance chance;
    private final Chronicle told;

    WhatViewersDo(SimulatedHouse house, Chance chance, Chronicle told) {
        this.house = house;
        this.chance = chance;
        this.told = told;
    }

    interface Viewing {
        void as(SimulatedNode node, RegistrationId id, @Nullable String token);
    }

    void register() {
        var node = chance.node();
        var number = house.people.size();
        // As sessions keep it: 128 bits, of which the last letter has two.
        var id = new RegistrationId(("r" + number + "xxxxxxxxxxxxxxxxxxxxx").substring(0, 21) + "w");
        var email = new EmailAddress("p" + chance.random.nextInt(4) + "@example.org");
        var voucher = chance.random.nextInt(3) == 0 ? "HALF" : null;
        var application = new Application(
                id,
                false,
                email,
                Map.of(),
                "en",
                false,
                Credentials.NONE.withLink("seed"),
                voucher,
                kept -> LETTER,
                LETTER);
        told.attempt(() -> "register " + email, () -> {
            var registered = node.registering.register(house.event, application);
            if (house.registrations.find(id).isPresent()) {
                house.people.add(id);
                house.registrations.find(registered.submitted().id()).ifPresent(kept -> prove(node, kept));
            }
        });
    }

    private void prove(SimulatedNode node, Registration kept) {
        var approval = house.event.plan().enrolment().approval();
        house.registrations.replace(kept, kept.prove(approval, node.clock.instant()));
    }

    @Nullable
    Runnable does(Deed deed, Viewing work) {
        if (house.people.isEmpty()) {
            return null;
        }
        var node = chance.node();
        var id = house.people.get(chance.random.nextInt(house.people.size()));
        return () -> {
            Runnable asking = () -> work.as(node, id, token(node, id));
            // As the page does where no answer comes.
            if (!told.attempt(() -> deed + " " + id, asking)) {
                told.attempt(() -> deed + " " + id + " again", asking);
            }
        };
    }

    private @Nullable String token(SimulatedNode node, RegistrationId id) {
        var registration = house.registration(id);
        if (registration.credentials().link().isEmpty()) {
            return null;
        }
        var link = node.links.addressOf(registration);
        return link.substring(link.indexOf("?k=") + 3);
    }

    @Nullable
    Runnable comesBack() {
        var payment = chance.payment(one -> true);
        if (payment == null) {
            return null;
        }
        var node = chance.node();
        var id = payment.registration();
        return () -> told.attempt(
                () -> "COME_BACK " + told.named(payment), () -> node.taking.look(payment.id(), token(node, id)));
    }
}
