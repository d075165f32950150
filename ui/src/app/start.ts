import { mount } from 'svelte';
import '../design/base.css';
import type { Backend } from '../ipc/backend';
import { setLanguage, systemLanguage } from '../lib/words.svelte';
import Window from './Window.svelte';

/** Puts the whole interface in `target`, on the library behind `backend`. */
export function start(target: HTMLElement, backend: Backend): void {
  setLanguage(systemLanguage(navigator.languages));
  mount(Window, { target, props: { backend } });
}
