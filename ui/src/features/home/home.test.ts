import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { openWindow } from '../../testing/stage';

describe('the first run', () => {
  test('draws the four steps', async () => {
    openWindow();
    await screen.findByRole('heading', { name: 'Tout commence par une marque.' });
    for (const step of ['La marque', 'La charte', 'Le plan', 'La planche']) expect(screen.getByText(step)).toBeTruthy();
  });

  test('leads to the first brand', async () => {
    const user = userEvent.setup();
    const backend = openWindow();
    await user.click(await screen.findByRole('button', { name: 'Créer ma première marque' }));
    await user.type(await screen.findByLabelText('Nom'), 'Atelier Noroît{Enter}');
    expect(await screen.findByRole('heading', { name: 'Atelier Noroît' })).toBeTruthy();
    expect(backend.library.brands.map(({ name }) => name)).toEqual(['Atelier Noroît']);
  });

  test('opens the example in the editor', async () => {
    const user = userEvent.setup();
    const backend = openWindow();
    await user.click(await screen.findByRole('button', { name: /Marée Basse/ }));
    await waitFor(() => expect(backend.windowTitle).toBe('Oui, vos bols vont au four · Planche'));
    expect(backend.library.brands.every(({ sample }) => sample)).toBe(true);
  });

  test('says when the example cannot be opened', async () => {
    const user = userEvent.setup();
    const backend = openWindow();
    backend.refuse('openSample', { code: 'diskFull', parameters: { path: '/data', missing: '40 Mo' } });
    await user.click(await screen.findByRole('button', { name: /Marée Basse/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('il manque 40 Mo');
  });
});

describe('the home of a brand', () => {
  test('resumes the latest creation', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    await user.click(await screen.findByRole('button', { name: 'Reprendre' }));
    await waitFor(() => expect(backend.windowTitle).toBe('Oui, vos bols vont au four · Planche'));
    expect(screen.queryByRole('button', { name: 'Reprendre' })).toBeNull();
  });

  test('leads to the rest and to the other brands', async () => {
    const user = userEvent.setup();
    openWindow({ library: 'sample' });
    expect(await screen.findByRole('button', { name: /Rustine/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tout voir' }));
    expect(screen.getByRole('heading', { name: 'Créations' })).toBeTruthy();
  });

  test('says which rights are to be watched, and leads to the files', async () => {
    const user = userEvent.setup();
    const backend = openWindow({ library: 'sample' });
    const shown = backend.assets.all.find((asset) => backend.assets.view(asset.id).uses.length > 0)!;
    shown.rights = { ...shown.rights, licence: 'licensed', until: '2020-01-01' };
    await user.click(await screen.findByRole('button', { name: 'Les voir' }));
    expect(await screen.findByRole('button', { name: 'Retirer le filtre À surveiller' })).toBeTruthy();
  });
});
