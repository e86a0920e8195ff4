import { useDeferredValue, useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { connectorPreview } from '../../lib/preview/connector-preview.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { reportedListing } from '../readiness/reported-listing.ts';
import { useListingDraft } from '../state/listing-store.ts';
import { Button } from '../ui/Button.tsx';
import type { AuthorActions, PreviewLead } from './preview-model.ts';
import { PreviewView } from './PreviewView.tsx';
import { usePictures } from './use-pictures.ts';
import { withTried } from './with-tried.ts';

/**
 * A connector as Claude will show it, drawn from its report, the pictures of its run and what the author means to write. Without a run it
 * is somebody else’s report: its pictures were never here, and what is told of the listing is what the report holds.
 */
export function PreviewTab({
  report,
  run,
  actions,
  onTab,
}: {
  readonly report: Report;
  readonly run: RunState | null;
  readonly actions: AuthorActions | null;
  readonly onTab: (tab: PreviewLead) => void;
}) {
  const url = urlOf(report);
  const reported = useMemo(() => reportedListing(report), [report]);
  const [kept, change] = useListingDraft(run === null ? null : url);
  const draft = run === null ? reported.draft : kept;
  const pictures = usePictures(run?.id ?? null);
  const [kind, setKind] = useState<DrawingKind>('custom');
  const [tried, setTried] = useState<SeenPicture | null>(null);
  // Typing stays quick, however much there is to draw.
  const drawn = useDeferredValue(draft);
  const shown = useMemo(() => {
    if (pictures === null) return null;
    return withTried({ preview: connectorPreview({ report, draft: drawn, pictures }), pictures }, tried);
  }, [report, drawn, pictures, tried]);
  if (url === null) {
    return (
      <Nothing
        onTab={() => {
          onTab('overview');
        }}
      />
    );
  }
  if (shown === null) return null;
  return (
    <PreviewView
      report={report}
      run={run}
      preview={shown.preview}
      pictures={shown.pictures}
      tried={tried}
      draft={draft}
      kind={kind}
      actions={actions}
      onKind={setKind}
      onDraft={change}
      onTry={setTried}
      onTab={onTab}
    />
  );
}

function Nothing({ onTab }: { readonly onTab: () => void }) {
  return (
    <div className="grid max-w-prose justify-items-start gap-2">
      <h2 className="text-lg font-semibold">{say('There is nothing to show yet')}</h2>
      <p>{say('What was typed holds no connector’s address, so nothing was asked.')}</p>
      <Button onClick={onTab}>{say('Show why')}</Button>
    </div>
  );
}

/** The connector’s address as its report has it; null where it is about none. */
function urlOf({ target }: Report): string | null {
  return target !== null && 'url' in target && target.host !== '' ? target.url : null;
}
