import type { Address } from '../../../ipc/wire';

/** How people can be addressed, the commonest first. */
export const addresses: readonly Address[] = ['tu', 'vous', 'neutral', 'any'];
