import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { consentWords, type ConsentKind } from '../diagnosis/consent-words.ts';
import { Button } from '../ui/Button.tsx';

/** The looks that go further than reading, where the connector asks for a sign-in and this run did not make them. */
export function Further({
  run,
  report,
  onConsent,
}: {
  readonly run: RunState;
  readonly report: Report | null;
  readonly onConsent: (kind: ConsentKind) => void;
}) {
  const plans = report?.run.plans ?? run.choices.plans;
  const kinds = (['signed-in', 'active'] as const).filter((kind) => !plans.includes(kind));
  if (!canSignIn(report) || kinds.length === 0) return null;
  return (
    <ul className="m-0 mt-2 grid max-w-xl list-none gap-3 rounded-md border border-line bg-surface p-4">
      {kinds.map((kind) => (
        <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="min-w-0 flex-1 basis-56">{say(consentWords[kind].purpose)}</span>
          <Button
            variant={kind === 'signed-in' && report?.verdict === 'sign-in-needed' ? 'primary' : 'secondary'}
            onClick={() => {
              onConsent(kind);
            }}
          >
            {say(consentWords[kind].title)}…
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whether the connector asks for a sign-in that can be made from here. */
export function canSignIn(report: Report | null): boolean {
  const mode = report?.facts.auth.mode;
  return mode === 'oauth' || mode === 'partial';
}
