import type { Report } from '../../kernel/report.ts';
import { plainBlock } from '../formats/plain.ts';

/** What its maker wrote to a report, line by line and made harmless; none where they wrote nothing. A note from elsewhere is cut short. */
export function noteLines({ note }: Pick<Report, 'note'>): readonly string[] {
  return plainBlock((note ?? '').slice(0, longestShownNote))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines);
}

/** What every form shows of a note, in UTF-16 code units: twice what may be typed, so that two people’s notes have room. */
export const longestShownNote = 4_000;
const mostLines = 100;
