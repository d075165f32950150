import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';
import { setLanguage } from '../lib/words.svelte';

// Long enough for a loaded machine; a test that passes never waits for it.
configure({ asyncUtilTimeout: 6000 });

beforeEach(() => setLanguage('fr'));
