/** The interface in a plain browser, on a library in memory: `npm run dev`, then /workbench.html. Not part of the build. */
import { start } from './app/start';
import { memory } from './ipc/memory';

const wanted = new URLSearchParams(location.search);
const library = wanted.get('library') === 'sample' ? 'sample' : 'empty';

const theme = wanted.get('theme') === 'dark' ? 'dark' : 'light';

const language = wanted.get('language') === 'en' ? 'en' : 'fr';
const assets = Number(wanted.get('assets') ?? 400);

const backend = memory({ library, assets, preferences: { theme, language } });
backend.chosenFiles = ['/papiers/Accord signé – Léa Morvan, juin 2026.pdf'];
// What the system's dialog answers: new files, one that is there already, one that cannot be read.
const arriving = Array.from({ length: 90 }, (_, at) => `/photos/atelier-${at + 1}.jpg`);
backend.chosenPictures = ['/photos/tasses.jpg', '/photos/notes.docx', ...arriving];

start(document.getElementById('app')!, backend);
