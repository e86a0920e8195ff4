import { dateWords } from '../../lib/help/date-words.ts';
import { msg, say } from '../../lib/i18n/say.ts';
import type { Source } from '../../lib/knowledge/source.ts';
import { sources, type SourceId } from '../../lib/knowledge/sources.ts';
import { ExternalLink } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';

/** Which page says it, how old the page is, and when it was read (RFC 3339 full-date). */
export function SourceLine({ id, checkedOn }: { readonly id: SourceId; readonly checkedOn: string }) {
  const source: Source = sources[id];
  return (
    <span className="text-xs text-soft">
      <Say
        text={linesOfKind[source.kind]}
        with={{
          page: <PageLink source={source} />,
          date: sourceDateWords(source),
          checked: dateWords(checkedOn),
        }}
      />
    </span>
  );
}

/** A link to the page of a source, under the page’s own name. */
export function PageLink({ source }: { readonly source: Source }) {
  return (
    <ExternalLink href={source.url}>
      <bdi className="wrap-anywhere">{source.title}</bdi>
    </ExternalLink>
  );
}

const linesOfKind: Readonly<Record<Source['kind'], string>> = {
  official: msg('Source: {page}, {date} · checked {checked}'),
  'third-party': msg('Source, not Anthropic’s: {page}, {date} · checked {checked}'),
  reports: msg('Reported by users: {page}, {date} · checked {checked}'),
};

/** How old a source is, as far as it tells. */
export function sourceDateWords({ date, dateInferred, retired }: Source): string {
  if (date === null) return retired ? say('undated, an older copy') : say('undated');
  const words = dateWords(date);
  if (retired) return say('{date}, no longer shown there', { date: words });
  return dateInferred ? say('about {date}', { date: words }) : words;
}
