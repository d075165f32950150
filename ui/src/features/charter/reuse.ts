/** `after`, made of the very parts of `before` that are as they were: what shows those need not be looked at again. */
export function reuse<T>(before: T, after: T): T {
  if (before === after || !isContainer(before) || !isContainer(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of Object.keys(fresh)) fresh[key] = reuse(old[key], fresh[key]);
  const same = Object.keys(old).length === Object.keys(fresh).length;
  return same && Object.keys(fresh).every((key) => fresh[key] === old[key]) ? before : after;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
