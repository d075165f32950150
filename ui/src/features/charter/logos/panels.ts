import type { ColorRole, Logo } from '../../../ipc/wire';

/** A drawing of the logo on a ground. */
export interface Panel {
  name: string;
  file: string;
  ink: boolean;
  ground: ColorRole;
}

const GROUNDS: readonly ColorRole[] = ['ground', 'ink', 'vivid', 'soft', 'cool', 'accent'];

/** The logo where it stands first, then every variant where it takes its place; at least three, to compare. */
export function panels(logo: Logo): Panel[] {
  const on = (ground: ColorRole): Panel => {
    const variant = logo.variants.find((candidate) => candidate.on.includes(ground));
    return { name: variant?.name ?? '', file: variant?.file ?? logo.file, ink: variant?.ink ?? logo.ink, ground };
  };
  const allowed = GROUNDS.filter((ground) => !logo.never_on.includes(ground));
  const [first = 'ground', ...others] = allowed.length > 0 ? allowed : GROUNDS;
  const told = new Set(logo.variants.flatMap((variant) => variant.on));
  const wanted = others.filter((ground, at) => at < 2 || told.has(ground));
  return [{ name: '', file: logo.file, ink: logo.ink, ground: first }, ...wanted.map(on)];
}
