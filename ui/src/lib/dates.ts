import type { Language } from './words.svelte';
import { t } from './words.svelte';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A past moment as people say it: "il y a 20 min", "hier à 18 h 30", "27 nov.". */
export function moment(instant: string, language: Language, now = new Date()): string {
  const then = new Date(instant);
  const minutes = Math.floor((now.getTime() - then.getTime()) / MINUTE);
  if (minutes < 1) return t('app.date.now');
  if (minutes < 60) return t('app.date.minutes', { count: minutes });
  const days = daysBetween(then, now);
  if (days === 0) return t('app.date.today', { hour: hour(then, language) });
  if (days === 1) return t('app.date.yesterday', { hour: hour(then, language) });
  return calendarDay(then, now, language);
}

function daysBetween(then: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(then)) / DAY);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** "18 h 30" in French, and "9 h" rather than "9 h 00". */
function hour(date: Date, language: Language): string {
  if (language === 'en') return date.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit' });
  const minutes = date.getMinutes();
  return minutes === 0
    ? `${date.getHours()}\u202fh`
    : `${date.getHours()}\u202fh\u202f${String(minutes).padStart(2, '0')}`;
}

function calendarDay(date: Date, now: Date, language: Language): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  const day = date.toLocaleDateString(language, { day: 'numeric', month: 'short', year });
  return language === 'fr' && date.getDate() === 1 ? day.replace(/^1\b/, '1er') : day;
}
