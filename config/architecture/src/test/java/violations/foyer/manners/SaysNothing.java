package violations.foyer.manners;

/** Names of which nobody learns anything. */
interface SaysNothing {
    interface SeatUtil {}

    interface SeatImpl {}

    interface SeatHelper {}

    interface SeatDto {}

    interface SeatDTO {}
}
