import type { Report } from '../../kernel/report.ts';

/**
 * What Claude usually shows where it stops, as far as it can be said without having seen it: names stand for themselves, and what is said of
 * a reference that nobody has is left out. Null where it is not known.
 */
export function usualSentence({ stop, target }: Pick<Report, 'stop' | 'target'>): string | null {
  const [sentence] = stop?.claudeSays ?? [];
  if (sentence === undefined) return null;
  const name = target !== null && 'host' in target && target.host !== '' ? target.host : '…';
  return sentence
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((part, index) => index === 0 || !/\bthis reference\b|ofid_/.test(part))
    .join(' ')
    .replaceAll('<name>', name);
}
