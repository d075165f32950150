import { configure, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach } from 'vitest';
import type { Component } from 'svelte';
import { CharterDesk } from '../features/charter/charter-desk.svelte';
import Charter from '../features/charter/Charter.svelte';
import { memory, type MemoryBackend } from '../ipc/memory';
import CharterStage from './CharterStage.svelte';
import { stage } from './stage';

let leave = () => {};

/** Stops hearing keys after every test of a file. A charter is long: whether each part can be seen is not asked. */
export function closeTheCharter(): void {
  beforeEach(() => configure({ defaultHidden: true }));
  afterEach(() => {
    leave();
    leave = () => {};
    configure({ defaultHidden: false });
  });
}

/** The charter of the first brand, its keys heard as in the window. */
export async function openCharter(backend: MemoryBackend = memory({ library: 'sample' })) {
  const { session } = await stage(
    Charter as never,
    (session) => ({ desk: new CharterDesk(backend, session, session.brand!.id) }),
    backend,
  );
  const press = (event: KeyboardEvent) => session.press(event);
  window.addEventListener('keydown', press);
  leave = () => window.removeEventListener('keydown', press);
  const brand = session.brand!.id;
  const kept = () => backend.charters.view(brand).charter;
  return { backend, session, brand, kept, user: userEvent.setup() };
}

/** One part of the first brand's charter. */
export async function openPart<P extends object>(
  component: Component<P>,
  props: (desk: CharterDesk) => P = () => ({}) as P,
  backend: MemoryBackend = memory({ library: 'sample' }),
) {
  const given = (brand: string) => ({ brand, part: component, props });
  const { session } = await stage(CharterStage as never, (session) => given(session.brand!.id), backend);
  const brand = session.brand!.id;
  const kept = () => backend.charters.view(brand).charter;
  return { backend, kept, user: userEvent.setup() };
}

export const part = async (name: string) => within(await screen.findByRole('region', { name }));
export const group = (name: string) => within(screen.getByRole('group', { name }));
export const draftBar = () => screen.findByRole('region', { name: 'Brouillon' });

/** The draft bar, once it counts that many changes. */
export const changed = (count: number) =>
  waitFor(async () => {
    const words = (await draftBar()).textContent;
    if (!words?.includes(`${count} changement`)) throw new Error(`said: ${words}`);
  });
