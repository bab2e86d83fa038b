package foyer.audit;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;

class AuditTrailInMemoryTest implements AuditTrailContract {
    private final AuditTrailInMemory trail = new AuditTrailInMemory();

    @Override
    public AuditTrail trail() {
        return trail;
    }

    @Override
    public void write(Alongside change) {
        AlongsideInMemory.write(change);
    }
}
