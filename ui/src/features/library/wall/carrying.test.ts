import { describe, expect, test, vi } from 'vitest';
import type { AssetCard } from '../../../ipc/wire';
import { type Carry, Carrying } from './carrying';

const card = { id: 'a' } as AssetCard;

function hand() {
  const told: (string | null)[] = [];
  const tell = (carry: Carry | null) => void told.push(carry && `${carry.kind} ${carry.card.id} ${carry.x},${carry.y}`);
  const carrying = new Carrying(tell);
  const currentTarget = { setPointerCapture: vi.fn() };
  const at = (x: number, y: number, button = 0) =>
    ({ clientX: x, clientY: y, button, pointerId: 1, currentTarget }) as unknown as PointerEvent;
  return { carrying, told, at, currentTarget };
}

describe('a press on a file', () => {
  test('that moves carries it to where it is let go', () => {
    const { carrying, told, at, currentTarget } = hand();
    carrying.press(at(10, 10), card);
    [at(12, 11), at(30, 10), at(80, 40)].forEach((event) => carrying.move(event));
    carrying.release(at(90, 50));
    expect(told).toEqual(['over a 30,10', 'over a 80,40', 'drop a 90,50']);
    expect(currentTarget.setPointerCapture).toHaveBeenCalledOnce();
  });

  test('that hardly moves is a click', () => {
    const { carrying, told, at } = hand();
    carrying.press(at(10, 10), card);
    carrying.move(at(13, 12));
    carrying.release(at(13, 12));
    carrying.move(at(90, 90));
    expect(told).toEqual([]);
  });

  test('with another button, or given up, drops nothing', () => {
    const { carrying, told, at } = hand();
    carrying.press(at(10, 10, 2), card);
    carrying.move(at(60, 60));
    carrying.press(at(10, 10), card);
    carrying.move(at(60, 60));
    carrying.cancel();
    carrying.release(at(60, 60));
    expect(told).toEqual(['over a 60,60', null]);
  });
});
