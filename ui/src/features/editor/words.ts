import type { Finding, FormatCard } from '../../ipc/wire';
import { figures, isMessage, t, type MessageKey } from '../../lib/words.svelte';

/** The name of a layout; one this version does not know keeps its own. */
export function layoutName(layout: string): string {
  const key = `editor.layout.${layout}`;
  return isMessage(key) ? t(key) : layout;
}

/** The name of a family of templates; one of a person's own keeps its file's. */
export function templateName(template: string): string {
  const key = `template.${template}`;
  return isMessage(key) ? t(key) : template;
}

/** The place in which a network shows a crop; one of a person's own format keeps its name. */
export function cropName(name: string): string {
  const key = `editor.crop.${name}`;
  return isMessage(key) ? t(key) : name;
}

/** "1080 × 1350", never grouped: these are pixels, not quantities. */
export function sizeName({ size }: FormatCard): string {
  return `${size.width} × ${size.height}`;
}

/** What a finding says, and what can be done about it. */
export function findingWords({ code, parameters }: Finding): { what: string; detail: string } {
  const say = (part: 'what' | 'detail') => {
    const key = `editor.finding.${code}.${part}`;
    return t(isMessage(key) ? key : (`editor.finding.unknown.${part}` as MessageKey), { code, ...figures(parameters) });
  };
  return { what: say('what'), detail: say('detail') };
}
