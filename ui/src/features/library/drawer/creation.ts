import type { Backend } from '../../../ipc/backend';
import type { AssetCard, Uuid } from '../../../ipc/wire';

/** A new creation whose first page shows the file; answers its id. */
export async function startCreation(backend: Backend, brand: Uuid, { id, name }: AssetCard): Promise<Uuid> {
  const title = name.replace(/\.\w+$/, '');
  const document = await backend.call('createDocument', { brand, title, outline: null });
  const [page] = document.pages;
  if (page) await backend.call('setPicture', { document: document.id, page: page.id, path: null, asset: id });
  return document.id;
}
