import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { redactionWords } from '../../lib/report/redaction/redaction-words.ts';
import { Row, Rows } from '../exchanges/Rows.tsx';
import { seenIn } from '../interference/browser-evidence.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Say } from '../ui/Say.tsx';
import { factRows } from '../../lib/report/words/fact-rows.ts';
import { markdownOf, saveReport, type SavedForm } from './save-report.ts';

/** The report as a thing to keep or to send: saved, copied, and what stands in it. */
export function ReportTab({
  report,
  kept,
}: {
  readonly report: Report;
  /** For how long it is kept, as a sentence; nothing where it stays. */
  readonly kept?: string;
}) {
  const rows = useMemo(() => factRows(report), [report]);
  const [said, setSaid] = useState('');
  const save = async (form: SavedForm): Promise<void> => {
    setSaid(say('Saved as {name}.', { name: await saveReport(report, form) }));
  };
  const copy = async (): Promise<void> => {
    const copied = await markdownOf(report)
      .then((text) => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      );
    setSaid(copied ? say('Copied.') : say('The browser did not allow copying: save the file instead.'));
  };
  return (
    <div className="grid gap-8">
      <section aria-label={say('Keep or send it')} className="grid gap-2">
        <h2 className="text-xs font-semibold text-soft">{say('Keep or send it')}</h2>
        <p className="max-w-prose">
          <Say
            text="Markdown is for mails and issues: people read it. JSON holds everything, for this page and for the command line ({option})."
            with={{ option: <code className="font-mono text-xs">--replay</code> }}
          />
        </p>
        {kept !== undefined && <p className="max-w-prose font-medium">{kept}</p>}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void save('markdown')}>
            <Download aria-hidden size={16} /> {say('Save as Markdown')}
          </Button>
          <Button onClick={() => void save('json')}>
            <Download aria-hidden size={16} /> {say('Save as JSON')}
          </Button>
          <Button onClick={() => void copy()}>{say('Copy as Markdown')}</Button>
        </div>
        <p role="status" className="min-h-5 text-soft">
          {said}
        </p>
      </section>
      <Redactions report={report} />
      <section aria-label={say('What was learned')} className="@container grid gap-2">
        <h2 className="text-xs font-semibold text-soft">{say('What was learned')}</h2>
        <Rows>
          {rows.map(({ label, value }) => (
            <Row key={label} label={label}>
              <Foreign text={value} />
            </Row>
          ))}
        </Rows>
      </section>
    </div>
  );
}

function Redactions({ report }: { readonly report: Report }) {
  const { redactions } = report;
  const extensions = report.subject === 'browser' ? (seenIn(report, 'extensions')?.suspects.length ?? 0) : 0;
  return (
    <section aria-label={say('What was taken out')} className="grid gap-2">
      <h2 className="text-xs font-semibold text-soft">{say('What was taken out')}</h2>
      {redactions.length === 0 ? (
        <p>{say('No secret was met, so nothing had to be taken out.')}</p>
      ) : (
        <>
          <p className="max-w-prose">
            {say(
              'Secrets were taken out before anything was kept. Host names and addresses are still in it: look whether you may send them.',
            )}
          </p>
          <Disclosure
            summary={sayCount(redactions.length, { one: '{count} kind of secret', other: '{count} kinds of secrets' })}
          >
            <ul className="m-0 grid list-disc gap-0.5 ps-4">
              {redactions.slice(0, 100).map((redaction) => (
                <li key={`${redaction.what} ${redaction.why}`}>
                  <Foreign text={plainLine(redactionWords(redaction), 400)} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {extensions > 0 && (
        <p className="max-w-prose">
          {say(
            'It names your extensions that may touch Claude ({count}), with versions: look whether you want to send that.',
            { count: extensions },
          )}
        </p>
      )}
    </section>
  );
}
