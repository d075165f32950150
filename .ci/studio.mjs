// Sets the machine up and opens the studio with the sample brands. Arguments go to the studio.
import { run, setUp } from './set-up.mjs';

setUp({ tests: false });
run('cargo', ['run', '--package', 'planche-shell', '--features', 'custom-protocol', '--', '--sample', ...process.argv.slice(2)]);
