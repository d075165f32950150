import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import Frame from './Frame.svelte';

/** Decoding that ends when the test says so. */
function decoding() {
  const ends = new Map<string, { done: () => void; fail: () => void }>();
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockImplementation(function (this: HTMLImageElement) {
    return new Promise((resolve, reject) => ends.set(this.src, { done: resolve, fail: () => reject(new Error()) }));
  });
  return (address: string) => ends.get(address)!;
}
const shown = () => screen.getByRole('img', { name: 'Vue 1' }).querySelector('img')?.src ?? null;
const props = (src: string) => ({ src, ratio: 0.8, label: 'Vue 1' });

afterEach(() => vi.restoreAllMocks());

describe('a frame', () => {
  test('keeps the old picture until the new one is decoded', async () => {
    const decode = decoding();
    const { rerender } = render(Frame, { props: props('http://a/1') });
    decode('http://a/1').done();
    await waitFor(() => expect(shown()).toBe('http://a/1'));
    await rerender(props('http://a/2'));
    expect(shown()).toBe('http://a/1');
    decode('http://a/2').done();
    await waitFor(() => expect(shown()).toBe('http://a/2'));
  });

  test('drops a picture that arrives after a newer one was asked for', async () => {
    const decode = decoding();
    const { rerender } = render(Frame, { props: props('http://a/1') });
    await rerender(props('http://a/2'));
    decode('http://a/2').done();
    await waitFor(() => expect(shown()).toBe('http://a/2'));
    decode('http://a/1').done();
    await Promise.resolve();
    expect(shown()).toBe('http://a/2');
  });

  test('says when the picture cannot be had', async () => {
    const decode = decoding();
    render(Frame, { props: props('http://a/1') });
    decode('http://a/1').fail();
    expect(await screen.findByText('Image introuvable')).toBeTruthy();
  });

  test('recovers when a later picture can be had', async () => {
    const decode = decoding();
    const { rerender } = render(Frame, { props: props('http://a/1') });
    decode('http://a/1').fail();
    await screen.findByText('Image introuvable');
    await rerender(props('http://a/2'));
    decode('http://a/2').done();
    await waitFor(() => expect(screen.queryByText('Image introuvable')).toBeNull());
    expect(shown()).toBe('http://a/2');
  });
});
