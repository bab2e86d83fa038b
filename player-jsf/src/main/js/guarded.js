import { openEntry } from './entry.js';
import { KeptSession, deviceStorage } from './kept-session.js';
import { openPage } from './page.js';

// The page of an event that asks something first.
const stage = document.getElementById('stage');
const page = JSON.parse(stage.dataset.page);
const kept = new KeptSession(page.eventId, () => deviceStorage(window));
openEntry(stage.closest('main'), page, { kept, ...openPage(stage, page, kept) });
