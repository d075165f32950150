import { tauri } from './ipc/tauri';
import { start } from './app/start';

start(document.getElementById('app')!, tauri);
