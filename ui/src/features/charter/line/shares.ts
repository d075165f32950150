/** The shares of all pillars together, in percent. */
export function totalShare(pillars: readonly { share: number }[]): number {
  return pillars.reduce((sum, { share }) => sum + share, 0);
}

/** How wide each is drawn, in percent of the bar: a total above a hundred fills it, one below leaves a hole. */
export function widths(pillars: readonly { share: number }[]): number[] {
  const whole = Math.max(100, totalShare(pillars));
  return pillars.map(({ share }) => (share * 100) / whole);
}
