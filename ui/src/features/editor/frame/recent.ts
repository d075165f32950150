/** How many pictures are kept at hand: every frame of a long carousel in four formats. */
const KEPT = 120;

/** The last picture of each frame, so that a change of mode or zoom shows something at once. */
const recent = new Map<string, HTMLImageElement>();

export function keepPicture(frame: string, picture: HTMLImageElement): void {
  recent.delete(frame);
  recent.set(frame, picture);
  const oldest = recent.keys().next().value;
  if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
}

/** A copy to show: one picture may stand in several places. */
export function recentPicture(frame: string): HTMLImageElement | undefined {
  return recent.get(frame)?.cloneNode() as HTMLImageElement | undefined;
}
