import { expect, test } from 'vitest';
import type { Job } from '../../ipc/wire';
import { bytesOfJob, filesOfJob } from './progress';

test('counts files, a document being one once all its pages are there', () => {
  const job = (pages: number): Job => ({
    ...{ id: 'j', document: 'd', state: 'running', folder: '/', secondsLeft: 6, problems: [], points: [] },
    steps: [
      { format: 'ig', done: 7, total: 7, gathered: false, bytes: 2_400_000 },
      { format: 'li', done: pages, total: 7, gathered: true, bytes: 100 },
    ],
  });
  expect(filesOfJob(job(3))).toEqual({ done: 7, total: 8 });
  expect(filesOfJob(job(7))).toEqual({ done: 8, total: 8 });
  expect(bytesOfJob(job(3))).toBe(2_400_100);
});
