/** Lists of a charter are changed by place. */

export function move<T>(list: T[], at: number, by: number): void {
  const to = at + by;
  if (to < 0 || to >= list.length) return;
  const [item] = list.splice(at, 1);
  list.splice(to, 0, item!);
}

export function remove<T>(list: T[], at: number): void {
  list.splice(at, 1);
}

/** Puts a word in a list of words, or takes it out. */
export function toggle<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at < 0) list.push(item);
  else list.splice(at, 1);
}
