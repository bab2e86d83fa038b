package foyer.registration.dynamodb;

import foyer.shared.dynamodb.StoredItem;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A part of an event's seats, which are counted in several so that many can be taken at once.
 *
 * @param taken those that nobody can have, put aside or over ones included
 * @param limit how many may be taken here
 * @param offered of those taken, put aside for the waiting list
 * @param over of those taken, beyond a capacity that was lowered: they are not sold again
 * @param capacity of the whole event, by this version of it
 */
record SeatShard(int number, long taken, long limit, long offered, long over, long capacity, long eventVersion) {
    /** The number of the item that says that somebody waits. */
    static final int WAITING_MARK = -1;

    static SeatShard empty(int number) {
        return new SeatShard(number, 0, 0, 0, 0, -1, -1);
    }

    static SeatShard of(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new SeatShard(
                (int) item.number("shard"),
                item.number("taken"),
                item.number("limit"),
                item.number("offered"),
                item.number("over"),
                item.number("capacity"),
                item.number("eventVersion"));
    }

    boolean isNew() {
        return eventVersion < 0;
    }

    boolean hasRoom() {
        return taken < limit;
    }

    /** Without some of those that were put aside. */
    SeatShard withoutAside(long seats) {
        return new SeatShard(number, taken - seats, limit, offered - seats, over, capacity, eventVersion);
    }

    SeatShard limited(long newLimit, long newOver, long newCapacity, long newVersion) {
        return new SeatShard(number, taken, newLimit, offered, newOver, newCapacity, newVersion);
    }
}
