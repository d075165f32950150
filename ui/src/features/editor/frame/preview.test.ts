import { expect, test } from 'vitest';
import { PreviewLoader } from './preview';

function loader() {
  const asked: string[] = [];
  const shown: string[] = [];
  const failed: string[] = [];
  const ends: (() => void)[] = [];
  const decode = (address: string) => {
    asked.push(address);
    return new Promise<string>((resolve, reject) => {
      ends.push(() => (address.startsWith('bad') ? reject(new Error(address)) : resolve(address)));
    });
  };
  const preview = new PreviewLoader<string>(
    decode,
    (picture) => shown.push(picture),
    () => failed.push(asked.at(-1)!),
  );
  const end = async () => {
    ends.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  return { preview, asked, shown, failed, end };
}

test('asks for one picture at a time, and then only for the newest', async () => {
  const { preview, asked, shown, end } = loader();
  preview.want('v1');
  preview.want('v2');
  preview.want('v3');
  expect(asked).toEqual(['v1']);
  await end();
  expect(asked).toEqual(['v1', 'v3']);
  await end();
  expect(shown).toEqual(['v1', 'v3']);
});

test('does not ask again for what it shows', async () => {
  const { preview, asked, end } = loader();
  preview.want('v1');
  await end();
  preview.want('v1');
  expect(asked).toEqual(['v1']);
});

test('a failure is told unless something newer is on its way', async () => {
  const { preview, shown, failed, end } = loader();
  preview.want('bad1');
  preview.want('v2');
  await end();
  await end();
  expect(failed).toEqual([]);
  expect(shown).toEqual(['v2']);
  preview.want('bad3');
  await end();
  expect(failed).toEqual(['bad3']);
});

test('shows nothing once its frame is gone', async () => {
  const { preview, shown, end } = loader();
  preview.want('v1');
  preview.stop();
  await end();
  expect(shown).toEqual([]);
});
