import type { Problem } from '../ipc/wire';
import { figures, isMessage, t, type MessageKey, type Parameters } from './words.svelte';

/** What happened, what is safe, what to do: the three sentences of an error. Empty when there is nothing to add. */
export interface Wording {
  what: string;
  safe: string;
  hint: string;
}

/** Every rejection as a problem: ours as they are, anything else as `internal` with its detail. */
export function asProblem(reason: unknown): Problem {
  if (isProblem(reason)) return reason;
  return { code: 'internal', parameters: { detail: reason instanceof Error ? reason.message : String(reason) } };
}

/** The words of a problem; a code this version does not know gets the general ones, with the code as detail. */
export function wording(problem: Problem): Wording {
  const known = isMessage(`error.${problem.code}.what`);
  const code = known ? problem.code : 'unknown';
  const parameters = { detail: problem.code, ...shortened(figures(problem.parameters)) };
  const say = (part: string) => sentence(`error.${code}.${part}`, parameters);
  return { what: say('what'), safe: say('safe'), hint: say('hint') };
}

/** The three sentences as one paragraph, for a toast. */
export function paragraph(problem: Problem): string {
  const { what, safe, hint } = wording(problem);
  return [what, safe, hint].filter(Boolean).join(' ');
}

function sentence(key: string, parameters: Parameters): string {
  return isMessage(key) ? t(key as MessageKey, parameters) : '';
}

/** People name a file, not its folders. */
function shortened(parameters: Parameters): Parameters {
  const path = parameters['path'];
  return typeof path === 'string' ? { ...parameters, path: path.split(/[\\/]/).at(-1) || path } : parameters;
}

function isProblem(reason: unknown): reason is Problem {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'parameters' in reason;
}
