import { createContext } from 'svelte';
import type { Backend } from '../ipc/backend';
import type { Session } from './session';

export const [useBackend, provideBackend] = createContext<Backend>();
export const [useSession, provideSession] = createContext<Session>();
