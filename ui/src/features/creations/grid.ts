/** Where an arrow, Home or End leads from `index` in a grid filled row by row; null for any other key. */
export function stepInGrid(key: string, index: number, count: number, columns: number): number | null {
  const target = aim(key, index, count, columns);
  return target === null ? null : Math.min(Math.max(target, 0), count - 1);
}

function aim(key: string, index: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return index - 1;
    case 'ArrowRight':
      return index + 1;
    case 'ArrowUp':
      return index - columns < 0 ? index : index - columns;
    case 'ArrowDown':
      return below(index, count, columns);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The last row may be short: going down into it lands on its end. */
function below(index: number, count: number, columns: number): number {
  const rows = Math.ceil(count / columns);
  return Math.floor(index / columns) === rows - 1 ? index : index + columns;
}
