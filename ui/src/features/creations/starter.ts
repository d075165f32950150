/** The title and the outline a new creation starts from: a pasted plan, a cover with its title, or a blank page. */
export function starter(title: string, plan: string, untitled: string): { title: string; outline: string | null } {
  const written = title.trim();
  const pasted = plan.trim();
  if (pasted) return { title: written || firstHeading(pasted) || untitled, outline: pasted };
  return { title: written || untitled, outline: written ? `# ${written}` : null };
}

/** The words of the first `# …` line. */
function firstHeading(outline: string): string {
  return /^#\s+(.+?)(?:\s*\{\w+\})?\s*$/m.exec(outline)?.[1]?.trim() ?? '';
}
