import type { Size } from '../../ipc/wire';

/** Widths of a sheet column, CSS px: from a glance to legible body text. */
export const COLUMN = { least: 72, usual: 136, most: 360 };
/** Scale of the single view, CSS px a nominal px. */
const SCALE = { least: 0.08, most: 1 };
const STEP = 1.15;

export function zoomColumn(width: number, steps: number): number {
  return clamp(Math.round(width * STEP ** steps), COLUMN.least, COLUMN.most);
}

export function zoomScale(scale: number, steps: number): number {
  return clamp(scale * STEP ** steps, SCALE.least, SCALE.most);
}

/** Largest scale at which a page of `size` stands whole in `area` (CSS px) and leaves its neighbours in sight. */
export function fitScale(size: Size, area: Size): number {
  const scale = Math.min((area.width * 0.72) / size.width, area.height / size.height);
  return clamp(scale, SCALE.least, SCALE.most);
}

/** Device pixels to ask for; multiples of 16 so that a panel dragged by a pixel does not redraw every page. */
export function pictureWidth(cssWidth: number, deviceRatio: number): number {
  return Math.max(16, Math.ceil((cssWidth * deviceRatio) / 16) * 16);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
