import { convertFileSrc, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { open } from '@tauri-apps/plugin-dialog';
import type { Backend, FileDrop } from './backend';
import type { Problem } from './wire';

const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'svg', 'gif', 'tif', 'tiff', 'bmp', 'avif', 'heic', 'heif'];
const FILMS = ['mp4', 'm4v', 'mov', 'webm'];

type FileChoice = Parameters<Backend['chooseFiles']>[0];

/** The real window: every method is one message to Rust. */
export const tauri: Backend = {
  call: (name, input) =>
    invoke('call', { name, input }).then(
      (output) => output as never,
      (reason: unknown) => Promise.reject(problemFrom(reason)),
    ),
  on: (name, listener) => stopOnceReady(listen(`planche:${name}`, (event) => listener(event.payload as never))),
  previewUrl: (document, page, format, width, stamp) =>
    address(`page/${document}/${page}/${format}?w=${Math.round(width)}&v=${encodeURIComponent(stamp)}`),
  photoUrl: (asset, width, stamp) =>
    address(`photo/${asset}?w=${Math.round(width)}${stamp ? `&v=${encodeURIComponent(stamp)}` : ''}`),
  logoUrl: (brand, stamp) => address(`logo/${brand}?v=${encodeURIComponent(stamp)}`),
  proofUrl: (brand, { document, page, format, stamp }, width) =>
    address(`proof/${brand}/${document}/${page}/${format}?w=${Math.round(width)}&v=${encodeURIComponent(stamp)}`),
  drawingUrl: (brand, stamp) => address(`drawing/${brand}/${encodeURIComponent(stamp)}`),
  typefaceUrl: (place) => address(`typeface/${place}`),
  choosePictures: ({ multiple, title, films = false }) =>
    chooseFiles({ multiple, title, extensions: films ? [...PICTURES, ...FILMS] : PICTURES }),
  chooseFiles,
  chooseFolder: ({ title, start }) => open({ directory: true, title, defaultPath: start }),
  openFolder: (path) => invoke('open_folder', { path }),
  onFileDrop: (listener) => stopOnceReady(listenToDrops(listener)),
  setWindowTitle: (title) => getCurrentWindow().setTitle(title),
};

async function chooseFiles({ multiple, title, extensions }: FileChoice): Promise<string[]> {
  const chosen = await open({ multiple, title, filters: extensions && [{ name: title, extensions: [...extensions] }] });
  return chosen === null ? [] : [chosen].flat();
}

/** Tauri's own refusals (bad argument, forbidden command) are plain strings; ours are problems. */
function problemFrom(reason: unknown): Problem {
  const known = typeof reason === 'object' && reason !== null && 'code' in reason;
  return known ? (reason as Problem) : { code: 'internal', parameters: { detail: String(reason) } };
}

function address(path: string): string {
  return convertFileSrc('', 'planche') + path;
}

function listenToDrops(listener: (drop: FileDrop) => void): Promise<() => void> {
  let paths: string[] = [];
  return getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'leave') return listener({ kind: 'leave', paths: [], x: 0, y: 0 });
    if (payload.type !== 'over') paths = payload.paths;
    const { x, y } = payload.position;
    listener({ kind: payload.type === 'drop' ? 'drop' : 'over', paths, ...inCssPixels(x, y) });
  });
}

/** GTK hands out widget coordinates, already in CSS pixels; the other platforms hand out device pixels. */
function inCssPixels(x: number, y: number): { x: number; y: number } {
  const scale = navigator.userAgent.includes('Linux') ? 1 : window.devicePixelRatio;
  return { x: x / scale, y: y / scale };
}

function stopOnceReady(subscription: Promise<() => void>): () => void {
  return () => void subscription.then((stop) => stop());
}
