/** Fractions of the picture, from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Of a rectangle, CSS px of the window. */
type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

const STEP = 0.02;
const STRIDE = 0.1;

/** Where a point of the window (CSS px) falls in a rectangle, brought back inside it. */
export function pointIn({ left, top, right, bottom }: Edges, x: number, y: number): Point {
  return { x: fraction((x - left) / (right - left)), y: fraction((y - top) / (bottom - top)) };
}

/** The point after an arrow key; `null` for other keys. */
export function stepped({ x, y }: Point, key: string, far: boolean): Point | null {
  const step = far ? STRIDE : STEP;
  const arrows: Record<string, Point> = {
    ArrowLeft: { x: x - step, y },
    ArrowRight: { x: x + step, y },
    ArrowUp: { x, y: y - step },
    ArrowDown: { x, y: y + step },
  };
  const next = arrows[key];
  return next ? { x: fraction(next.x), y: fraction(next.y) } : null;
}

/** Rounded to the thousandth: finer than any crop can tell. */
function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
