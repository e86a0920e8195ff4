import { say } from '../../lib/i18n/say.ts';
import { useState } from 'react';
import type { FirstGuess, PageSighting } from '../../lib/page/sighting.ts';
import { ConnectorField } from '../diagnosis/ConnectorField.tsx';
import { isUnderWay } from '../interference/bisect-words.ts';
import { reloadWords } from '../interference/exam-words.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { classes } from '../ui/classes.ts';
import { Say } from '../ui/Say.tsx';
import type { PopupActions, PopupModel } from './popup-model.ts';

interface ClaudeProps {
  readonly model: PopupModel;
  readonly actions: PopupActions;
}

/** What Claude’s page shows, what it means as far as a sentence can tell, and the two ways on. */
export function ClaudeSection({ model, actions }: ClaudeProps) {
  const { sight } = model;
  return (
    <section aria-label={say('Claude’s page')} className="grid gap-3 bg-surface p-4">
      {sight === null && <p className="text-soft">{say('Reading what Claude shows on this page…')}</p>}
      {sight?.kind === 'not-allowed' && <NotAllowed model={model} actions={actions} />}
      {(sight?.kind === 'quiet' || sight?.kind === 'elsewhere') && <Quiet model={model} actions={actions} />}
      {sight?.kind === 'seen' && <Seen sighting={sight.sighting} guess={sight.guess} model={model} actions={actions} />}
    </section>
  );
}

function NotAllowed({ model, actions }: ClaudeProps) {
  return (
    <>
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">{say('You are on Claude')}</h2>
        <p>
          {say(
            'If Claude shows a connector error here, Connector Doctor can read it: the error and its reference number, never your messages. The browser will ask you about claude.ai.',
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => {
            actions.readClaude({ reload: false });
          }}
        >
          {say('Read Claude’s errors')}
        </Button>
        <CheckBrowser model={model} actions={actions} />
      </div>
    </>
  );
}

function Quiet({ model, actions }: ClaudeProps) {
  return (
    <>
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">{say('No connector error on this page')}</h2>
        <p>
          {say(
            'If Claude showed one and it is gone, load the page again while it is watched, and repeat what you did.',
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            actions.readClaude({ reload: true });
          }}
        >
          {say('Reload and watch')}
        </Button>
        <CheckBrowser model={model} actions={actions} />
      </div>
      <p className="-mt-1 text-xs text-soft">{say(reloadWords)}</p>
    </>
  );
}

interface SeenProps extends ClaudeProps {
  readonly sighting: PageSighting;
  readonly guess: FirstGuess;
}

function Seen({ sighting, guess, model, actions }: SeenProps) {
  const [isAskedForAddress, setAskedForAddress] = useState(false);
  const [text, setText] = useState('');
  const { connectorUrl, connectorName, reference, sentence } = sighting;
  const { help } = guess;
  const find = (): void => {
    if (connectorUrl === null) setAskedForAddress(true);
    else actions.check(connectorUrl, sighting);
  };
  // Once the cause is being looked for, what stands below is what matters.
  const isOpen = model.run === null;
  const isLeading = isOpen && model.browser.exam === null && model.browser.bisect === null;
  return (
    <>
      <div className="grid gap-1">
        <h2 className="text-soft">
          {connectorName === null ? (
            say('Claude shows on this page')
          ) : (
            <Say
              text="Claude shows on this page for {connector}"
              with={{ connector: <Foreign text={connectorName} className="font-medium text-ink" /> }}
            />
          )}
        </h2>
        <p className={classes('text-base font-semibold', isLeading ? 'line-clamp-4' : 'line-clamp-2')}>
          {sentence === null ? (
            say('An error without a sentence')
          ) : (
            <Say text="“{sentence}”" with={{ sentence: <Foreign text={sentence} /> }} />
          )}
        </p>
        {isLeading && <PageMarks sighting={sighting} />}
      </div>
      {reference !== null && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1 text-xs text-soft">
            <Say text="Reference {reference}" with={{ reference: <Foreign text={shortened(reference)} mono /> }} />
          </span>
          <CopyButton text={reference} what={say('the reference')} />
        </div>
      )}
      {isLeading && <p>{say(guess.meaning)}</p>}
      {isOpen && isAskedForAddress && (
        <div className="grid gap-2">
          <p className="text-soft">
            {say(
              'Claude does not show the connector’s address here. In Claude it stands under Customize > Connectors.',
            )}
          </p>
          <ConnectorField
            value={text}
            action={say('Find the cause')}
            onChange={setText}
            onCheck={(typed) => {
              actions.check(typed, sighting);
            }}
          />
        </div>
      )}
      {isOpen && !isAskedForAddress && (
        <div className="flex flex-wrap gap-2 empty:hidden">
          {guess.isConnectorFault && !isBrowserAtFault(model.browser) && (
            <Button variant="primary" onClick={find}>
              {say('Find the cause')}
            </Button>
          )}
          {help === 'browser' ? (
            <CheckBrowser model={model} actions={actions} isPrimary={isLeading && !guess.isConnectorFault} />
          ) : (
            help !== null && (
              <Button
                variant="primary"
                onClick={() => {
                  actions.openHelp({ kind: 'guide', id: help });
                }}
              >
                {say('Show me how')}
              </Button>
            )
          )}
        </div>
      )}
    </>
  );
}

/** The cause is looked for in this browser, or stands there: a check of the connector comes after it. */
function isBrowserAtFault({ exam, bisect }: PopupModel['browser']): boolean {
  return bisect !== null || (exam !== null && exam.report?.verdict !== 'ready');
}

/** The way to the look at this browser, until there is one. */
function CheckBrowser({ model, actions, isPrimary = false }: ClaudeProps & { readonly isPrimary?: boolean }) {
  const { exam, bisect } = model.browser;
  if (exam !== null || (bisect !== null && isUnderWay(bisect))) return null;
  return (
    <Button
      variant={isPrimary ? 'primary' : 'secondary'}
      onClick={() => {
        actions.browser.examine({});
      }}
    >
      {say('Check this browser')}
    </Button>
  );
}

function PageMarks({ sighting: { stage, oauthError } }: { readonly sighting: PageSighting }) {
  const marks = [
    ...(oauthError === null ? [] : [`oauth_error=${oauthError}`]),
    ...(stage === null ? [] : [`step=${stage}`]),
  ];
  if (marks.length === 0) return null;
  return (
    <p className="text-xs text-soft">
      <Foreign text={marks.join(' · ')} mono />
    </p>
  );
}

/** Both ends of a reference tell it from others. */
function shortened(reference: string): string {
  return reference.length <= 24 ? reference : `${reference.slice(0, 12)}…${reference.slice(-6)}`;
}
