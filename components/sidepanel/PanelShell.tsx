import { ArrowLeft, Maximize2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { announcementOf } from '../popup/announcement.ts';
import { browserAnnouncement } from '../interference/announcement.ts';
import { BisectBrief } from '../interference/BisectBrief.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { PanelActions, PanelModel } from './panel-model.ts';
import { writePanelRoute } from './panel-route.ts';

/** What stands around every part of the panel: its head, what is said aloud, and what must not be missed. */
export function PanelShell({
  model,
  actions,
  children,
}: {
  readonly model: PanelModel;
  readonly actions: PanelActions;
  readonly children: ReactNode;
}) {
  const { run, problem, route } = model;
  const main = useRef<HTMLElement>(null);
  const address = writePanelRoute(route);
  const shown = useRef(address);
  useEffect(() => {
    const title = main.current?.querySelector<HTMLElement>('[data-part-title]') ?? null;
    document.title = title === null ? 'Connector Doctor' : `${title.textContent} – Connector Doctor`;
    // The link that was followed is gone: reading goes on where the new part begins.
    if (shown.current !== address) {
      (title ?? main.current)?.focus();
      window.scrollTo(0, 0);
    }
    shown.current = address;
  }, [address]);
  return (
    <div className="grid w-full min-w-0 content-start">
      <header className="flex items-center gap-2 border-b border-line bg-surface py-2 ps-3 pe-1">
        {route.kind === 'home' ? (
          <span className="text-accent">
            <Mark />
          </span>
        ) : (
          <IconButton label={say('Back')} icon={ArrowLeft} className="-ms-2 rtl:-scale-x-100" onClick={actions.back} />
        )}
        <h1 className="flex-1 text-base font-semibold">Connector Doctor</h1>
        <IconButton
          label={say('Open the doctor page')}
          icon={Maximize2}
          onClick={() => {
            actions.openDoctor(run);
          }}
        />
      </header>
      <LiveRegion text={announcementOf({ run })} />
      <LiveRegion text={browserAnnouncement(null, model.bisect)} />
      <main ref={main} tabIndex={-1} className="grid min-w-0 gap-4 p-3">
        {problem !== null && <Notice tone="broken" title={problem} announce />}
        {model.bisect && (
          <div className="overflow-hidden rounded-md border border-edge">
            <BisectBrief bisect={model.bisect} actions={actions.browser} onDetails={actions.openBrowser} />
          </div>
        )}
        {children}
      </main>
    </div>
  );
}
