import type { MenuItem } from '../../../design/menu';
import { t } from '../../../lib/words.svelte';
import type { Desk } from '../desk.svelte';
import { templateName } from '../words';

/** The families of templates: the charter's own, then each. */
export function templateMenu(desk: Desk): MenuItem[] {
  const { template } = desk.editing.document;
  const choice = (label: string, name: string | null): MenuItem => ({
    label,
    checked: template === name,
    run: () => desk.editing.edit({ kind: 'setTemplate', template: name }),
  });
  const { brand, session } = desk;
  return [
    ...(brand ? [choice(t('template.charter', { name: templateName(brand.template) }), null), 'rule' as const] : []),
    ...session.studio.templates.map((name) => choice(templateName(name), name)),
  ];
}

/** The family that the creation is set in. */
export function currentTemplate(desk: Desk): string {
  const { templates } = desk.session.studio;
  const { template } = desk.editing.document;
  const named = template && templates.includes(template) ? template : desk.brand?.template;
  return templateName(named ?? '');
}
