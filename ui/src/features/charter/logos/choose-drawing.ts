import type { CharterDesk } from '../charter-desk.svelte';

/** Asks for a drawing and copies it beside the charter; its name there. */
export async function chooseDrawing(desk: CharterDesk, title: string): Promise<string | null> {
  const extensions = ['svg', 'png', 'jpg', 'jpeg', 'webp'];
  const [path] = await desk.backend.chooseFiles({ multiple: false, title, extensions });
  const [name] = path ? await desk.addFiles([path]) : [];
  return name ?? null;
}
