import type { Action } from '../../lib/action';
import type { Desk } from './desk.svelte';
import type { Mode } from './view.svelte';

/** Everything the editor answers to, for shortcuts and for the sheet that lists them. */
export function editorActions(desk: Desk, openExport: () => void): Action[] {
  return [...looking(desk), ...changing(desk), ...walking(desk), exporting(openExport)];
}

const group = 'app.group.editor';
const plan = 'app.group.plan';

function looking(desk: Desk): Action[] {
  const { view } = desk;
  const zoom = (steps: number) => () => {
    view.zoom(steps);
    desk.remember();
  };
  const look = (mode: Mode) => () => {
    view.mode = mode;
    desk.remember();
  };
  const fold = () => {
    view.foldPlan();
    desk.remember();
  };
  return [
    { id: 'editor.view', label: 'editor.mode.view', group, shortcut: '1', run: look('view') },
    { id: 'editor.sheet', label: 'editor.mode.sheet', group, shortcut: '2', run: look('sheet') },
    { id: 'editor.plan', label: 'editor.plan.fold', group, shortcut: 'P', run: fold },
    {
      id: 'editor.safeZones',
      label: 'editor.safeZones',
      group,
      shortcut: 'G',
      run: () => void (view.safeZones = !view.safeZones),
    },
    { id: 'editor.zoomIn', label: 'editor.zoom.in', group, shortcut: '+', run: zoom(1) },
    { id: 'editor.zoomOut', label: 'editor.zoom.out', group, shortcut: '-', run: zoom(-1) },
    { id: 'editor.zoomFit', label: 'editor.zoom.fit', group, shortcut: '0', run: zoom(0) },
  ];
}

function changing({ editing }: Desk): Action[] {
  const { document, selection } = editing;
  const onPage = (act: (page: string) => Promise<void>) => () => (selection.page ? act(selection.page) : undefined);
  const hasPage = () => selection.page !== null;
  return [
    {
      id: 'editor.undo',
      label: 'editor.undo',
      group,
      shortcut: 'Mod+Z',
      enabled: () => document.canUndo,
      run: () => editing.undo(),
    },
    {
      id: 'editor.redo',
      label: 'editor.redo',
      group,
      shortcut: 'Mod+Shift+Z',
      enabled: () => document.canRedo,
      run: () => editing.redo(),
    },
    {
      id: 'editor.insert',
      label: 'editor.page.insert',
      group: plan,
      shortcut: 'Mod+Enter',
      run: () => editing.insertAfter(selection.page),
    },
    {
      id: 'editor.duplicate',
      label: 'editor.page.duplicate',
      group: plan,
      shortcut: 'Mod+D',
      enabled: hasPage,
      run: onPage((page) => editing.duplicate(page)),
    },
    {
      id: 'editor.remove',
      label: 'editor.page.remove',
      group: plan,
      shortcut: 'Delete',
      enabled: hasPage,
      run: onPage((page) => editing.remove(page)),
    },
  ];
}

/** Arrows walk only where nothing else wants them: in the scene, or when nothing has the focus. */
function walking(desk: Desk): Action[] {
  const { editing, view } = desk;
  const order = () => editing.document.order;
  const formats = () => desk.formats.map((format) => format.id);
  const step = (by: 1 | -1) => () => (editing.selection.page ? editing.step(editing.selection.page, by) : undefined);
  const enabled = inScene;
  return [
    {
      id: 'editor.previous',
      label: 'editor.walk.previous',
      group,
      shortcut: 'ArrowLeft',
      enabled,
      run: () => editing.selection.move(order(), -1),
    },
    {
      id: 'editor.next',
      label: 'editor.walk.next',
      group,
      shortcut: 'ArrowRight',
      enabled,
      run: () => editing.selection.move(order(), 1),
    },
    {
      id: 'editor.formatBefore',
      label: 'editor.walk.formatBefore',
      group,
      shortcut: 'ArrowUp',
      enabled,
      run: () => view.stepFormat(formats(), -1),
    },
    {
      id: 'editor.formatAfter',
      label: 'editor.walk.formatAfter',
      group,
      shortcut: 'ArrowDown',
      enabled,
      run: () => view.stepFormat(formats(), 1),
    },
    { id: 'editor.earlier', label: 'editor.page.earlier', group, shortcut: 'Alt+ArrowLeft', enabled, run: step(-1) },
    { id: 'editor.later', label: 'editor.page.later', group, shortcut: 'Alt+ArrowRight', enabled, run: step(1) },
  ];
}

function exporting(openExport: () => void): Action {
  return { id: 'editor.export', label: 'editor.export', group, shortcut: 'Mod+E', run: openExport };
}

function inScene(): boolean {
  const focused = document.activeElement;
  return !focused || focused.matches('body, main') || focused.closest('[data-scene]') !== null;
}
