import type { MessageKey } from '../../lib/words.svelte';

/** A stroke of blue pencil on a 212 × 265 sheet. */
export interface Stroke {
  path: string;
  /** Thicker than the rest, for letters and cursors. */
  bold?: boolean;
  dashed?: boolean;
}

export interface Step {
  title: MessageKey;
  note: MessageKey;
  strokes: readonly Stroke[];
}

/** From a brand to a finished sheet. */
export const steps: readonly Step[] = [
  {
    title: 'home.step.brand',
    note: 'home.step.brand.note',
    strokes: [
      { path: 'M62 112a44 44 0 1 0 88 0a44 44 0 1 0-88 0' },
      { path: 'M62 112h88M106 68v88', dashed: true },
      { path: 'M68 118h76a38 38 0 0 1-76 0ZM78 106h56M86 96h40M97 86h18' },
      { path: 'M70 196h72M84 208h44' },
    ],
  },
  {
    title: 'home.step.charter',
    note: 'home.step.charter.note',
    strokes: [
      { path: 'M28 40h156v70H28zM106 40v70M145 40v70M145 75h39' },
      { path: 'M30 188l22-56h4l22 56M37 170h34', bold: true },
      { path: 'M104 146h80M104 160h64M104 174h72M104 188h48' },
      { path: 'M28 216h156', dashed: true },
    ],
  },
  {
    title: 'home.step.plan',
    note: 'home.step.plan.note',
    strokes: [
      { path: 'M52 52h96M52 66h64M52 102h112M52 116h80M52 152h104M52 166h88M52 202h60' },
      { path: 'M30 50v8M30 100v8M30 150v8M30 200v8M116 192v20', bold: true },
    ],
  },
  {
    title: 'home.step.sheet',
    note: 'home.step.sheet.note',
    strokes: [
      { path: 'M28 36h36v45H28zM76 36h36v45H76zM124 36h36v45h-36zM172 36h40M172 36v45h40' },
      { path: 'M28 97h36v64H28zM76 97h36v64H76zM124 97h36v64h-36zM172 97v64M172 97h40M172 161h40' },
      { path: 'M28 178h36v20H28zM76 178h36v20H76zM124 178h36v20h-36zM172 178h40M172 198h40M172 178v20' },
      { path: 'M28 214h36v20H28zM76 214h36v20H76zM124 214h36v20h-36z', dashed: true },
    ],
  },
];
