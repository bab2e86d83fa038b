package foyer.event;

class EventsInMemoryTest implements EventsContract {
    private final EventsInMemory events = new EventsInMemory();

    @Override
    public Events events() {
        return events;
    }
}
