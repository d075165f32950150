import GalleryHorizontalEnd from '@lucide/svelte/icons/gallery-horizontal-end';
import House from '@lucide/svelte/icons/house';
import Images from '@lucide/svelte/icons/images';
import SwatchBook from '@lucide/svelte/icons/swatch-book';
import type { Component } from 'svelte';
import type { Route } from '../lib/session';
import type { MessageKey } from '../lib/words.svelte';

/** A place of the rail. */
export interface Section {
  at: Exclude<Route['at'], 'editor' | 'settings'>;
  label: MessageKey;
  icon: Component;
}

/** In the order of the rail and of Ctrl+1, Ctrl+2… */
export const sections: readonly Section[] = [
  { at: 'home', label: 'app.section.home', icon: House },
  { at: 'creations', label: 'app.section.creations', icon: GalleryHorizontalEnd },
  { at: 'library', label: 'app.section.library', icon: Images },
  { at: 'charter', label: 'app.section.charter', icon: SwatchBook },
];
