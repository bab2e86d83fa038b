package violations.foyer.unmarked;

interface NotMarked {}
