import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { defaultChoices, noSecrets, type RunChoices } from '../../lib/runs/run-choices.ts';
import { ChoiceFields } from '../diagnosis/ChoiceFields.tsx';
import { ChooseBundle } from '../bundle/ChooseBundle.tsx';
import { ConnectorField } from '../diagnosis/ConnectorField.tsx';
import { ConsentBox } from '../diagnosis/ConsentBox.tsx';
import { consentWords, type ConsentKind } from '../diagnosis/consent-words.ts';
import { readingOf } from '../diagnosis/typed-reading.ts';
import { looksLikeReport } from '../foreign/looks-like-report.ts';
import { OpenAnything } from '../foreign/OpenAnything.tsx';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Link } from '../ui/Link.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { DoctorActions, DoctorModel } from './doctor-model.ts';
import { browserRoute, writeRoute } from './route.ts';
import { HeaderField } from './HeaderField.tsx';

/** Where a check begins: the connector’s address, how far to look, and what goes further than reading behind its own question. */
export function StartForm({
  model,
  actions,
  initial,
}: {
  readonly model: DoctorModel;
  readonly actions: DoctorActions;
  /** What stands in the field at first; nothing is asked before a click. */
  readonly initial: string;
}) {
  const [text, setText] = useState(initial);
  const [choices, setChoices] = useState(defaultChoices);
  const [headers, setHeaders] = useState<Readonly<Record<string, string>>>({});
  const [consent, setConsent] = useState<ConsentKind | null>(null);
  const reading = readingOf(text, choices);
  const isReport = looksLikeReport(text);
  const check = (chosen: RunChoices, clientSecret: string | null): void => {
    if (isReport) actions.open({ kind: 'text', text });
    else actions.check(text, chosen, { ...noSecrets, clientSecret, headers });
  };
  if (consent !== null && reading.kind === 'connector') {
    return (
      <div className="max-w-xl rounded-md border border-line bg-surface p-5">
        <ConsentBox
          kind={consent}
          host={reading.host}
          redirectUrl={model.redirectUrl}
          onAgree={({ clientId, clientSecret }) => {
            check({ ...choices, plans: [...choices.plans, consent], clientId }, clientSecret);
            setConsent(null);
          }}
          onDecline={() => {
            setConsent(null);
          }}
        />
      </div>
    );
  }
  return (
    <div className="grid max-w-2xl gap-6">
      <Welcome isFirst={model.history.length === 0} />
      <ConnectorField
        value={text}
        local={choices.local}
        onChange={setText}
        onCheck={() => {
          check(choices, null);
        }}
      />
      {isReport && (
        <Notice
          title={say('This is a report, not a connector’s address')}
          actions={
            <Button
              onClick={() => {
                actions.open({ kind: 'text', text });
              }}
            >
              {say('Open the report')}
            </Button>
          }
        />
      )}
      <Disclosure summary={say('More ways to look')}>
        <div className="grid gap-5 py-2">
          <div className="grid gap-3">
            <HowFar choices={choices} onChange={setChoices} />
            <ChoiceFields choices={choices} resolver={model.resolver} onChange={setChoices} />
          </div>
          <HeaderField headers={headers} onChange={setHeaders} />
          <Further isReady={reading.kind === 'connector'} onConsent={setConsent} />
        </div>
      </Disclosure>
      <p className="border-t border-line pt-4 text-soft">
        {say('Claude’s own page stays empty, or “Could not load connectors directory”?')}{' '}
        <Link href={writeRoute(browserRoute)}>{say('Check this browser')}</Link>
      </p>
      <div className="grid gap-2 border-t border-line pt-4">
        <h2 className="font-semibold">{say('Somebody sent you a report?')}</h2>
        <OpenAnything onOpen={actions.open} />
        <p className="text-xs text-soft">
          {say(
            'Or drop it anywhere on this page, or paste it: two files at once are compared. It is read here and sent nowhere.',
          )}
        </p>
      </div>
      <div className="grid justify-items-start gap-1">
        <ChooseBundle
          onFile={(file) => {
            actions.open({ kind: 'file', file });
          }}
        />
        <p className="text-xs text-soft">
          {say('Or drop it anywhere on this page. Nothing of it is run, and nothing is sent.')}
        </p>
      </div>
    </div>
  );
}

function Welcome({ isFirst }: { readonly isFirst: boolean }) {
  return (
    <div className="grid gap-1">
      <h1 className="text-xl font-semibold">{say('Why does the connector not work?')}</h1>
      {isFirst && (
        <>
          <p className="max-w-prose">
            {say(
              'Type or paste its address. It is asked what Claude asks, in the same order, and you see where Claude stops.',
            )}
          </p>
          <p className="max-w-prose">
            {say('Requests go to the connector and its sign-in service alone, and nothing is changed there.')}
          </p>
          <p className="max-w-prose text-soft">
            {say('A configuration or a “claude mcp add” command can be pasted as well.')}
          </p>
        </>
      )}
    </div>
  );
}

/** The walk is always made; what is asked beside it explains more, and asks more. */
function HowFar({
  choices,
  onChange,
}: {
  readonly choices: RunChoices;
  readonly onChange: (choices: RunChoices) => void;
}) {
  const isQuick = !choices.plans.includes('side');
  return (
    <Choice
      label={say('A quick look')}
      hint={say('Only what Claude itself asks. Fewer requests, and less is explained.')}
      checked={isQuick}
      onChange={(quick) => {
        onChange({ ...choices, plans: quick ? ['walk'] : defaultChoices.plans });
      }}
    />
  );
}

function Further({
  isReady,
  onConsent,
}: {
  readonly isReady: boolean;
  readonly onConsent: (kind: ConsentKind) => void;
}) {
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="p-0 font-medium">{say('Beyond reading')}</legend>
      <p className="text-xs text-soft">
        {say('Each says first what it sends and what stays behind.')}
        {!isReady && ` ${say('Give the connector’s address first.')}`}
      </p>
      <div className="flex flex-wrap gap-2">
        {(['signed-in', 'active'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            disabled={!isReady}
            onClick={() => {
              onConsent(kind);
            }}
          >
            {say(consentWords[kind].title)}…
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
