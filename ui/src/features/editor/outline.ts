/** How one line of a body reads; the mark itself is not part of `text`. */
export interface Line {
  kind: 'paragraph' | 'item' | 'quote' | 'author' | 'kicker';
  text: string;
}

const MARKS: [RegExp, Line['kind']][] = [
  [/^> ?[—–] ?/, 'author'],
  [/^[—–] /, 'author'],
  [/^> ?/, 'quote'],
  [/^[-*] /, 'item'],
];

/** The lines of an outline body, for showing them without their marks. */
export function readLines(body: string): Line[] {
  return body.split('\n').map(readLine);
}

/** Whether the text opens pages of its own. */
export function opensPages(text: string): boolean {
  return /^# /m.test(text);
}

/** A title of several lines, or a whole outline, as a title and what comes below it. */
export function openingLine(text: string): { title: string; rest: string } {
  const [first = '', ...others] = text.split('\n');
  return { title: first.replace(/^# +/, ''), rest: others.join('\n').replace(/^\n+/, '') };
}

function readLine(line: string): Line {
  const kicker = /^\*([^*]+)\*$/.exec(line)?.[1];
  if (kicker) return { kind: 'kicker', text: kicker };
  const found = MARKS.find(([mark]) => mark.test(line));
  return found ? { kind: found[1], text: plain(line.replace(found[0], '')) } : { kind: 'paragraph', text: plain(line) };
}

/** Links as their labels, stressed words as words. */
function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)\s]*\)/g, '$1').replace(/(\*{1,2})(?=\S)([^*]+)\1/g, '$2');
}
