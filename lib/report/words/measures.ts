import { spokenLanguage } from '../../i18n/say.ts';

/** “812 B”, “12.4 kB”, “3.1 MB” (powers of 1,000). */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const [size, unit] = bytes < 999_950 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${decimal(size, size < 99.95 ? 1 : 0)} ${unit}`;
}

/** “0 ms”, “34 ms”, “1.2 s”, “1 min 4 s”. */
export function msWords(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return secondsWords(ms);
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Milliseconds as “1.2 s”. */
export function secondsWords(ms: number): string {
  return `${decimal(ms / 1000, 1)} s`;
}

/** A number with so many digits behind the point, or the comma. */
function decimal(value: number, digits: 0 | 1): string {
  const text = value.toFixed(digits);
  return spokenLanguage() === 'en' ? text : text.replace('.', ',');
}
