import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { WindowSession } from '../app/session.svelte';
import Window from '../app/Window.svelte';
import { memory, type MemoryBackend, type MemoryOptions } from '../ipc/memory';
import type { Problem } from '../ipc/wire';
import Stage from './Stage.svelte';

/** Renders one component as the window would: on a library in memory, in French. */
export async function stage<P extends Record<string, unknown>>(
  component: Component<P>,
  props: (session: WindowSession) => P,
  backend: MemoryBackend = memory({ library: 'sample' }),
): Promise<{ backend: MemoryBackend; session: WindowSession }> {
  const session = new WindowSession(backend, await backend.call('studio', {}));
  render(Stage as never, { props: { component, props: props(session), backend, session } } as never);
  return { backend, session };
}

/** Opens the whole window on a library in memory, which refuses to open at first when it has a problem. */
export function openWindow(options: MemoryOptions = {}, problem?: Problem): MemoryBackend {
  const backend = memory(options);
  if (problem) backend.refuse('studio', problem);
  render(Window, { props: { backend } });
  return backend;
}
