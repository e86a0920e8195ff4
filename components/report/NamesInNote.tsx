import { TriangleAlert } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Preparation } from './use-preparation.ts';

/** Names what the note still names although it is left out of the report; nothing where it names none of it. */
export function NamesInNote({
  named,
  isShort = false,
}: {
  readonly named: Preparation['named'];
  /** Beside what saves or copies: there it was said before. */
  readonly isShort?: boolean;
}) {
  if (named.length === 0) return null;
  const words = say('Your note still names what you leave out: {names}.', {
    names: named.map((name) => plainLine(name, 100)).join(', '),
  });
  if (isShort) {
    return (
      <p className="flex max-w-prose items-start gap-1.5 font-medium text-degraded">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">{words}</span>
      </p>
    );
  }
  return (
    <Notice tone="degraded" title={words}>
      <p>{say('A note goes with the report as you wrote it. Change it, unless whoever reads the report may know.')}</p>
    </Notice>
  );
}
