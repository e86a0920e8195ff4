import { say } from '../../i18n/say.ts';
import { longestShownNote } from '../words/note-lines.ts';

/**
 * One’s own note on a report that came with one, in front of it and told from it: otherwise what one person wrote would be read as
 * another’s. Null where neither is there.
 */
export function noteBeside(own: string | null, came: string | null): string | null {
  const [mine, theirs] = [own?.trim() ?? '', came?.trim() ?? ''];
  if (theirs === '') return mine === '' ? null : mine;
  if (mine === '') return theirs;
  const whole = [say('From whoever hands this report on:'), mine, '', say('It came with this note:'), theirs];
  return whole.join('\n').slice(0, longestShownNote);
}
