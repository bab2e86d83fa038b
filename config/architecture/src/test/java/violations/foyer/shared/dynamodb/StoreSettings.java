package violations.foyer.shared.dynamodb;

/** Stands for the store's common parts. */
public interface StoreSettings {}
