import CirclePlus from '@lucide/svelte/icons/circle-plus';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Settings2 from '@lucide/svelte/icons/settings-2';
import type { Action } from '../lib/action';
import { focusNextRegion } from './regions';
import { sections } from './sections';
import type { WindowSession } from './session.svelte';

/** What can be done from anywhere in the window. */
export function generalActions(session: WindowSession): Action[] {
  return [
    {
      id: 'newCreation',
      label: 'app.action.newCreation',
      group: 'app.group.general',
      icon: CirclePlus,
      shortcut: 'Mod+N',
      enabled: () => session.brand !== null,
      run: () => void (session.dialog = 'creation'),
    },
    {
      id: 'switchBrand',
      label: 'app.brand.switch',
      group: 'app.group.general',
      shortcut: 'Mod+B',
      run: () => void (session.brandMenu = true),
    },
    {
      id: 'shortcuts',
      label: 'app.shortcuts',
      group: 'app.group.general',
      icon: Keyboard,
      shortcut: '?',
      run: () => void (session.dialog = 'shortcuts'),
    },
    ...sections.map((section, index) => ({
      id: `section.${section.at}`,
      label: section.label,
      group: 'app.group.navigation' as const,
      icon: section.icon,
      shortcut: `Mod+${index + 1}`,
      enabled: () => section.at === 'home' || session.brand !== null,
      run: () => session.go({ at: section.at }),
    })),
    {
      id: 'settings',
      label: 'app.settings',
      group: 'app.group.navigation',
      icon: Settings2,
      shortcut: 'Mod+,',
      run: () => session.go({ at: 'settings' }),
    },
    {
      id: 'nextRegion',
      label: 'app.action.nextRegion',
      group: 'app.group.navigation',
      shortcut: 'F6',
      run: () => focusNextRegion(),
    },
  ];
}
