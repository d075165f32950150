import type { Job, JobStep } from '../../ipc/wire';

export interface Files {
  done: number;
  total: number;
}

/** Counts files, not pages: gathered pages are one file however many there are. */
export function filesOf(step: JobStep): Files {
  if (!step.gathered) return { done: step.done, total: step.total };
  return { done: isFinished(step) ? 1 : 0, total: 1 };
}

export function filesOfJob(job: Job): Files {
  const files = job.steps.map(filesOf);
  return {
    done: files.reduce((sum, { done }) => sum + done, 0),
    total: files.reduce((sum, { total }) => sum + total, 0),
  };
}

export function isFinished({ done, total }: JobStep): boolean {
  return total > 0 && done >= total;
}

export function bytesOfJob({ steps }: Job): number {
  return steps.reduce((sum, { bytes }) => sum + bytes, 0);
}
