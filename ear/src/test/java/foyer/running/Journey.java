package foyer.running;

/** What people do at a server that may die of it at any call, and what is to be seen of it afterwards from outside. */
interface Journey {
    /** What has come before: nothing dies of that, and nothing of it is recorded. */
    void setsOut();

    /** Fails where somebody gets no answer. */
    void goes();

    /** The server is back: whoever got no answer asks again, as their page or their tool does. */
    void goesOn();

    /** Empty where money, seat and right agree and everything is told once; else what does not. */
    String fault();

    /** The same of what can be seen once only, for whoever looks changes it: whether the seats are free that nobody has. */
    String faultAtTheEnd();
}
