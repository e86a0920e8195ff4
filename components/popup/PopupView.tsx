import { say } from '../../lib/i18n/say.ts';
import { Maximize2, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { isOver } from '../../lib/runs/run-state.ts';
import { ConsentBox } from '../diagnosis/ConsentBox.tsx';
import type { ConsentKind } from '../diagnosis/consent-words.ts';
import { browserAnnouncement } from '../interference/announcement.ts';
import { BisectBrief } from '../interference/BisectBrief.tsx';
import { ExamBrief } from '../interference/ExamBrief.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CheckSection } from './CheckSection.tsx';
import { ClaudeSection } from './ClaudeSection.tsx';
import { HelpLine } from './HelpLine.tsx';
import { RunSection } from './RunSection.tsx';
import { announcementOf } from './announcement.ts';
import type { PopupActions, PopupModel } from './popup-model.ts';

/** The popup: what Claude shows, the run, and the field for the next one. */
export function PopupView({ model, actions }: { readonly model: PopupModel; readonly actions: PopupActions }) {
  const [consent, setConsent] = useState<ConsentKind | null>(null);
  const { run, online, problem } = model;
  const isAsking = consent !== null && run !== null && isOver(run);
  return (
    <div className="grid w-full content-start">
      <Header actions={actions} />
      <LiveRegion text={announcementOf(model)} />
      <LiveRegion text={browserAnnouncement(model.browser.exam, model.browser.bisect)} />
      <main className="grid divide-y divide-line">
        {isAsking ? (
          <div className="bg-surface p-4">
            <ConsentBox
              kind={consent}
              host={run.host ?? run.typed}
              redirectUrl={model.redirectUrl}
              clientId={run.choices.clientId}
              onAgree={(client) => {
                actions.checkFurther(run, consent, client);
                setConsent(null);
              }}
              onDecline={() => {
                setConsent(null);
              }}
            />
          </div>
        ) : (
          <>
            {problem !== null && (
              <div className="p-4">
                <Notice tone="broken" title={problem} announce />
              </div>
            )}
            {!online && run === null && (
              <div className="p-4">
                <Notice tone="degraded" title={say('This browser is offline')} announce>
                  {say('Nothing can be asked until the network is back. Earlier results can still be opened.')}
                </Notice>
              </div>
            )}
            <BrowserPart model={model} actions={actions} />
            {run !== null && <RunSection run={run} model={model} actions={actions} onConsent={setConsent} />}
            <CheckSection model={model} actions={actions} />
            <HelpLine actions={actions} />
          </>
        )}
      </main>
    </div>
  );
}

/** What Claude shows, and what was found in this browser; where extensions are being switched, that stands first. */
function BrowserPart({ model, actions }: { readonly model: PopupModel; readonly actions: PopupActions }) {
  const { browser, sight, onClaude } = model;
  const { exam, bisect } = browser;
  const claude = (onClaude || sight?.kind === 'seen') && <ClaudeSection model={model} actions={actions} />;
  return (
    <>
      {browser.problem !== null && (
        <div className="p-4">
          <Notice tone="broken" title={browser.problem} announce />
        </div>
      )}
      {bisect && <BisectBrief bisect={bisect} exam={exam} actions={actions.browser} onDetails={actions.openBrowser} />}
      {sight?.kind === 'seen' && claude}
      {exam && <ExamBrief exam={exam} model={browser} actions={actions.browser} onDetails={actions.openBrowser} />}
      {sight?.kind !== 'seen' && claude}
    </>
  );
}

function Header({ actions }: { readonly actions: PopupActions }) {
  return (
    <header className="flex items-center gap-2 border-b border-line bg-surface py-2 ps-4 pe-2">
      <span className="text-accent">
        <Mark />
      </span>
      <h1 className="flex-1 text-base font-semibold">Connector Doctor</h1>
      <IconButton label={say('Options')} icon={Settings2} onClick={actions.openOptions} />
      <IconButton label={say('Open the doctor page')} icon={Maximize2} onClick={actions.openDoctor} />
    </header>
  );
}
