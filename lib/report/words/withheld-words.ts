import { say } from '../../i18n/say.ts';
import { withholdable, type Report } from '../../kernel/report.ts';
import { withheldNames } from './withheld-names.ts';

/** What whoever handed the report on left out of it, in one line; null when nothing was. */
export function withheldWords({ withheld = [] }: Pick<Report, 'withheld'>): string | null {
  const parts = withholdable.filter((part) => withheld.includes(part)).map((part) => say(withheldNames[part]));
  if (parts.length === 0) return null;
  return say(
    'Left out of this report: {parts}. Marks such as “withheld-1” or “path-1” stand in their place; the same thing has the same mark everywhere.',
    {
      parts: parts.join(', '),
    },
  );
}
