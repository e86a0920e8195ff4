import { say, sayCount } from '../../lib/i18n/say.ts';
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { inputLook } from '../ui/Field.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AboutSection } from './AboutSection.tsx';
import { keepChoices, sizeWords } from './keep-choices.ts';
import type { OptionsActions, OptionsModel } from './options-model.ts';
import { PermissionList } from './PermissionList.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { ResolverField } from './ResolverField.tsx';

/** The options: how checks are made, what is kept, what is allowed, and what leaves this machine. */
export function OptionsView({ model, actions }: { readonly model: OptionsModel; readonly actions: OptionsActions }) {
  const { settings, notice } = model;
  return (
    <div className="mx-auto grid max-w-2xl gap-6 px-4 py-6">
      <header className="flex items-center gap-2">
        <span className="text-accent">
          <Mark size={24} />
        </span>
        <h1 className="text-xl font-semibold">{say('Options')}</h1>
      </header>
      <LiveRegion text={notice?.words ?? ''} />
      <main className="grid gap-6">
        {notice && <Notice tone={notice.isProblem ? 'broken' : 'ready'} title={notice.words} />}
        <Section id="claude" title={say('Claude’s pages')}>
          <Choice
            label={say('Watch Claude’s pages for connector errors')}
            hint={say(
              'Reads the error that Claude shows, its reference number and the connector’s name and address; never your messages. The icon in the toolbar then shows when there is one. The browser asks you about claude.ai.',
            )}
            checked={settings.watchClaude}
            onChange={actions.watchClaude}
          />
          {model.claudeDeclined && (
            <Notice tone="degraded" title={say('Claude’s pages stay unread')} announce>
              {say(
                'You did not allow claude.ai. Everything else works: type or paste a connector’s address to check it.',
              )}
            </Notice>
          )}
        </Section>
        <Section id="browser" title={say('Looks at this browser')}>
          <Choice
            label={say('Ask Claude’s status page in each look')}
            hint={say(
              'status.claude.com says whether Claude itself has trouble. It is asked only when you click “Check this browser”, without your cookies. The browser asks you about that host.',
            )}
            checked={settings.askStatusPage}
            onChange={actions.askStatusPage}
          />
        </Section>
        <Section id="checks" title={say('Checks')}>
          <ResolverField
            resolver={settings.resolver}
            onChange={(resolver) => {
              actions.set({ resolver });
            }}
          />
          <Choice
            label={say('This browser goes through a proxy or a test set-up')}
            hint={say(
              'The addresses that it connects to then belong to the proxy and say nothing about a server: no finding is drawn from them.',
            )}
            checked={!settings.addressesAreEvidence}
            onChange={(on) => {
              actions.set({ addressesAreEvidence: !on });
            }}
          />
        </Section>
        <Section id="kept" title={say('What is kept on this machine')}>
          <Kept model={model} actions={actions} />
        </Section>
        <Section id="permissions" title={say('Permissions that you gave')}>
          <PermissionList held={model.held} isSwitching={model.isSwitching} onGiveBack={actions.giveBack} />
        </Section>
        <Section id="language" title={say('Language')}>
          <LanguageSection
            language={settings.language}
            onChange={(language) => {
              actions.set({ language });
            }}
          />
        </Section>
        <AboutSection version={model.version} />
      </main>
    </div>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid scroll-mt-4 gap-2">
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {title}
      </h2>
      <div className="grid gap-4 rounded-md border border-line bg-surface p-4 shadow-raised">{children}</div>
    </section>
  );
}

function Kept({
  model: { kept, settings },
  actions,
}: {
  readonly model: OptionsModel;
  readonly actions: OptionsActions;
}) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <p>
        {say(
          'Reports of earlier checks, without secrets: tokens, passwords, cookies and codes are taken out before anything is kept.',
        )}{' '}
        {keptWords(kept)}
      </p>
      <p>
        {say(
          'What you write and tick for a directory listing, for the last 50 connectors; of screenshots their names and sizes, never the pictures.',
        )}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <label htmlFor="keep-reports" className="font-medium">
          {say('Reports kept at most')}
        </label>
        <select
          id="keep-reports"
          className={`${inputLook} w-auto!`}
          value={settings.keepReports}
          onChange={(event) => {
            actions.set({ keepReports: Number(event.currentTarget.value) });
          }}
        >
          {keepChoices(settings.keepReports).map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </select>
      </div>
      <p className="text-xs text-soft">{say('When there are more, the oldest go.')}</p>
      <div>
        <Button
          variant="danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('Forget everything…')}
        </Button>
      </div>
      {isAsking && (
        <ForgetDialog
          onForget={() => {
            setAsking(false);
            actions.forgetEverything();
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

/** The question before everything is forgotten. */
export function ForgetDialog({ onForget, onClose }: { readonly onForget: () => void; readonly onClose: () => void }) {
  return (
    <Dialog
      title={say('Forget everything?')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {say('Keep it')}
          </Button>
          <Button variant="danger" onClick={onForget}>
            {say('Forget everything')}
          </Button>
        </>
      }
    >
      <p>
        {say(
          'All reports, the list of connectors that were checked, and checks that are under way go. This cannot be undone.',
        )}
      </p>
      <p>
        {say('So does what you told: your account, your servers, how far guides are, and what you wrote for listings.')}
      </p>
      <p className="text-soft">
        {say('What you set here and the permissions that you gave stay; permissions are given back one by one, below.')}
      </p>
    </Dialog>
  );
}

function keptWords(kept: OptionsModel['kept']): string {
  if (kept === null) return '';
  if (kept.count === 0) return say('There are none now.');
  return sayCount(
    kept.count,
    { one: 'Now: {count} report, {size}.', other: 'Now: {count} reports, {size}.' },
    { size: sizeWords(kept.bytes) },
  );
}
