// Sets the machine up and runs every test there is, in the order in which they fail fastest.
import { spawnSync } from 'node:child_process';
import { run, setUp } from './set-up.mjs';

setUp({ tests: true });

run('cargo', ['fmt', '--all', '--check']);
run('npm', ['run', '--silent', 'check', '--workspace', 'ui']);
run('npm', ['test', '--silent', '--workspace', 'ui']);
run('cargo', ['clippy', '--workspace', '--all-targets', '--', '--deny', 'warnings']);
licences();
run('cargo', ['test', '--workspace', '--no-fail-fast']);
// All of them: `npm run fuzz` runs them for longer.
for (const target of ['outline', 'charter', 'tokens', 'template', 'drawing', 'typeface']) run('npm', ['run', '--silent', 'fuzz', '--', target]);
run('npm', ['test', '--silent', '--workspace', 'tests/tokens']);
run('cargo', ['build', '--package', 'planche-cli']);
run('cargo', ['build', '--package', 'planche-shell', '--features', 'custom-protocol']);
run('npm', ['test', '--silent', '--workspace', 'tests/e2e']);

/** The advisories live outside the package registries, so only licences, bans and sources are checked here. */
function licences() {
  const { status } = spawnSync('cargo', ['deny', '--version'], { stdio: 'ignore' });
  if (status !== 0) run('cargo', ['install', 'cargo-deny', '--locked', '--quiet']);
  // Licences are those of every system's crates, and only this one's were compiled.
  run('cargo', ['fetch', '--locked', '--quiet']);
  run('cargo', ['deny', '--offline', 'check', 'licenses', 'bans', 'sources']);
}
