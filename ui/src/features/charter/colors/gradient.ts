import type { Colors, Gradient, Stop } from '../../../ipc/wire';

/** A gradient as CSS paints it; stops out of order are put in order, as the pages do. */
export function gradientCss(colors: Colors, { angle, stops }: Gradient): string {
  const inOrder = stops.toSorted((a, b) => a.at - b.at);
  return `linear-gradient(${angle}deg, ${inOrder.map(({ color, at }) => `${colors[color].value} ${at * 100}%`).join(', ')})`;
}

/** One more stop, in the middle of the widest room between two. */
export function withStop(stops: readonly Stop[]): Stop[] {
  const inOrder = stops.toSorted((a, b) => a.at - b.at);
  const room = (at: number) => (inOrder[at + 1]?.at ?? 1) - (inOrder[at]?.at ?? 0);
  const widest = inOrder.slice(0, -1).reduce((best, _, at) => (room(at) > room(best) ? at : best), 0);
  const middle = ((inOrder[widest]?.at ?? 0) + (inOrder[widest + 1]?.at ?? 1)) / 2;
  return inOrder.toSpliced(widest + 1, 0, { color: 'ground', at: Math.round(middle * 100) / 100 });
}
