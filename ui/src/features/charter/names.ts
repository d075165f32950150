import type { Charter, ColorRole, FormatCard, Grade, Layout, Mood, Rule, TypeRole } from '../../ipc/wire';
import { t } from '../../lib/words.svelte';

/** The words for what a charter is made of. */

export const roles: readonly ColorRole[] = ['ground', 'ink', 'accent', 'vivid', 'soft', 'cool'];
export const moods: readonly Mood[] = ['ground', 'ink', 'vivid', 'soft', 'cool'];
export const typeRoles: readonly TypeRole[] = ['cover', 'title', 'text', 'kicker'];
export const grades: readonly Grade[] = ['off', 'info', 'review', 'block'];

export const roleName = (role: ColorRole) => t(`charter.role.${role}`);
export const layoutName = (layout: Layout) => t(`charter.layout.${layout}`);
export const typeRoleName = (role: TypeRole) => t(`charter.size.${role}`);
export const gradeName = (grade: Grade) => t(`charter.grade.${grade}`);
export const ruleName = (rule: Rule) => t(`charter.rule.${rule}`);

/** What the brand calls a colour; its role when it has no name. */
export function swatchName(charter: Charter, role: ColorRole): string {
  return charter.colors[role].name || roleName(role);
}

/** The networks that formats exist for, as people name them. */
export function platforms(formats: readonly FormatCard[]): string[] {
  return [...new Set(formats.map(({ platform }) => platform))].filter((platform) => platform !== 'other');
}

const PROPER: Record<string, string> = {
  x: 'X',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  whatsapp: 'WhatsApp',
  google_business: 'Google Business',
};

export function platformName(platform: string): string {
  return PROPER[platform] ?? platform.charAt(0).toUpperCase() + platform.slice(1);
}

/** A figure as people write it, without needless decimals. */
export function figure(value: number, language: string, digits = 2): string {
  return value.toLocaleString(language, { maximumFractionDigits: digits });
}
