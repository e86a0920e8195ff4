import { useEffect, useRef } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { isIdle } from '../../lib/report/words/is-idle.ts';
import { confidenceWords, followWords, severityMeaning } from '../../lib/report/words/finding-groups.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { Told } from '../../lib/report/words/summary.ts';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { toneText } from '../ui/tone.ts';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { FixGuides } from './FixGuides.tsx';
import { severityLooks } from './severity-looks.ts';
import { SourceList } from './SourceList.tsx';
import { WhoLine } from './WhoLine.tsx';
import { Words } from './Words.tsx';

/** What a finding needs to be shown. */
export interface FindingCardProps {
  readonly told: Told;
  readonly report: Report;
  /** It is what keeps Claude out, and everything else is read after it. */
  readonly isCause: boolean;
  /** The id of the finding that somebody came here for. */
  readonly wanted: string | null;
}

/** A finding: what happened, what proves it, what to do and who can; what follows from it is folded. */
export function FindingCard({ told, report, isCause, wanted }: FindingCardProps) {
  const { finding, alike, consequences } = told;
  return (
    <FindingBox finding={finding} report={report} isCause={isCause} isWanted={finding.id === wanted}>
      <FindingText finding={finding} report={report} />
      {alike.length > 0 && (
        <Disclosure
          summary={sayCount(alike.length, { one: 'The same once more', other: 'The same {count} times more' })}
          open={alike.some(({ id }) => id === wanted)}
        >
          <div className="grid gap-4 pt-1">
            {alike.slice(0, mostAlike).map((each) => (
              <FindingText key={each.id} finding={each} report={report} isShort />
            ))}
            {alike.length > mostAlike && (
              <p className="text-soft">
                {say('And {count} more: the saved report holds them all.', { count: alike.length - mostAlike })}
              </p>
            )}
          </div>
        </Disclosure>
      )}
      {consequences.length > 0 && (
        <Disclosure summary={followWords(consequences.length)} open={consequences.some(({ id }) => id === wanted)}>
          <div className="grid gap-4 border-s border-line ps-3 pt-1">
            {consequences.slice(0, mostAlike).map((each) => (
              <FindingBox
                key={each.id}
                finding={each}
                report={report}
                isCause={false}
                isWanted={each.id === wanted}
                isPlain
              >
                <FindingText finding={each} report={report} />
              </FindingBox>
            ))}
          </div>
        </Disclosure>
      )}
    </FindingBox>
  );
}

const mostAlike = 50;

function FindingBox({
  finding,
  report,
  isCause,
  isWanted,
  isPlain = false,
  children,
}: {
  readonly finding: WordedFinding;
  readonly report: Report;
  readonly isCause: boolean;
  readonly isWanted: boolean;
  readonly isPlain?: boolean;
  readonly children: React.ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  const { icon: Icon, tone, words } = severityLooks[finding.severity];
  const { title } = saidFinding(finding, report);
  useEffect(() => {
    if (!isWanted) return;
    box.current?.scrollIntoView({ block: 'start' });
    box.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    <article
      ref={box}
      tabIndex={-1}
      aria-label={plainLine(title, 300)}
      className={classes(
        '@container grid min-w-0 scroll-mt-4 gap-2',
        !isPlain && 'rounded-md border border-line bg-surface p-4',
        isWanted && !isPlain && 'border-accent',
      )}
    >
      <div className="flex gap-2">
        <Icon aria-hidden size={18} className={classes('mt-px shrink-0', toneText[tone])} />
        <div className="grid min-w-0 gap-0.5">
          <h3 className="text-base font-semibold">
            <Words text={title} limit={600} />
          </h3>
          <p className="text-xs text-soft">
            {isCause && (
              <>
                <span className="font-semibold text-ink">{say('The cause')}</span> ·{' '}
              </>
            )}
            <span title={say(severityMeaning(finding))}>{say(words)}</span>
            {` · ${say(confidenceWords[finding.confidence])}`}
          </p>
        </div>
      </div>
      <div className="grid min-w-0 gap-3 @md:ps-[26px]">{children}</div>
    </article>
  );
}

function FindingText({
  finding,
  report,
  isShort = false,
}: {
  readonly finding: WordedFinding;
  readonly report: Report;
  readonly isShort?: boolean;
}) {
  const { detail, fix } = saidFinding(finding, report);
  return (
    <div className="grid min-w-0 gap-2">
      <p className="max-w-prose">
        <Words text={detail} limit={3_000} />
      </p>
      <EvidenceList finding={finding} exchanges={report.exchanges} />
      {!isShort && (
        <Rows>
          {fix !== '' && (
            <Row label={say('What to do')}>
              <p className="max-w-prose font-medium">
                <Words text={fix} limit={3_000} />
              </p>
              <FixGuides finding={finding} />
            </Row>
          )}
          {!isIdle(finding) && (
            <Row label={say('Who')}>
              <WhoLine finding={finding} report={report} />
            </Row>
          )}
          {finding.sources.length > 0 && (
            <Row label={say('Sources')}>
              <SourceList sources={finding.sources} />
            </Row>
          )}
          <Row label={say('Code')}>
            <code className="font-mono text-xs text-soft wrap-anywhere">{plainLine(finding.code, 120)}</code>
            {finding.step !== null && (
              <span className="text-xs text-soft"> · {say('step {step}', { step: finding.step })}</span>
            )}
          </Row>
        </Rows>
      )}
    </div>
  );
}
