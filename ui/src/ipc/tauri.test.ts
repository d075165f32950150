import { mockConvertFileSrc, mockIPC, mockWindows } from '@tauri-apps/api/mocks';
import { beforeEach, describe, expect, test } from 'vitest';
import { tauri } from './tauri';

beforeEach(() => {
  mockWindows('main');
  mockConvertFileSrc('linux');
});

describe('the door to Rust', () => {
  test('sends the name and the input, and hands back the answer', async () => {
    const asked: unknown[] = [];
    mockIPC((command, payload) => {
      asked.push([command, payload]);
      return 'le plan';
    });
    expect(await tauri.call('outline', { document: 'd1' })).toBe('le plan');
    expect(asked).toEqual([['call', { name: 'outline', input: { document: 'd1' } }]]);
  });

  test('rejects with the problem Rust names', async () => {
    const problem = { code: 'badColour', parameters: { value: 'azur' } };
    mockIPC(() => Promise.reject(problem));
    await expect(tauri.call('studio', {})).rejects.toEqual(problem);
  });

  test('rejects with an internal problem when Tauri itself refuses', async () => {
    mockIPC(() => Promise.reject('call not allowed by ACL'));
    const problem = { code: 'internal', parameters: { detail: 'call not allowed by ACL' } };
    await expect(tauri.call('studio', {})).rejects.toEqual(problem);
  });

  test('addresses pictures by document, page, format, width and stamp', () => {
    expect(tauri.previewUrl('d1', 'p1', 'ig_story', 343.6, 'a b')).toBe(
      'planche://localhost/page/d1/p1/ig_story?w=344&v=a%20b',
    );
    expect(tauri.logoUrl('b1', '7')).toBe('planche://localhost/logo/b1?v=7');
    expect(tauri.photoUrl('a1', 320)).toBe('planche://localhost/photo/a1?w=320');
    const page = { document: 'd1', page: 'p1', format: 'ig_story', width: 1080, height: 1920, title: '', stamp: 'a b' };
    expect(tauri.proofUrl('b1', page, 343.6)).toBe('planche://localhost/proof/b1/d1/p1/ig_story?w=344&v=a%20b');
    expect(tauri.drawingUrl('b1', '7')).toBe('planche://localhost/drawing/b1/7');
    expect(tauri.typefaceUrl(3)).toBe('planche://localhost/typeface/3');
    expect(tauri.photoUrl('a1', 320, 'a b')).toBe('planche://localhost/photo/a1?w=320&v=a%20b');
  });

  test('answers no picture when the dialog is cancelled, and always a list', async () => {
    mockIPC((command, payload) => {
      if (command !== 'plugin:dialog|open') return undefined;
      return (payload as { options: { multiple: boolean } }).options.multiple ? null : '/a.png';
    });
    expect(await tauri.choosePictures({ multiple: true, title: '' })).toEqual([]);
    expect(await tauri.choosePictures({ multiple: false, title: '' })).toEqual(['/a.png']);
  });
});
