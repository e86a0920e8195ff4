import type { Report } from '../../kernel/report.ts';
import { plainBlock } from '../formats/plain.ts';

/** What its maker wrote to a report, line by line and made harmless; none where they wrote nothing. A note from elsewhere is cut short. */
export function noteLines({ note }: Pick<Report, 'note'>): readonly string[] {
  return plainBlock((note ?? '').slice(0, longestNote))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines);
}

/** In UTF-16 code units: twice what may be typed. */
const longestNote = 4_000;
const mostLines = 100;
