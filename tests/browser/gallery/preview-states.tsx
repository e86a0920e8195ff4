import { useState } from 'react';
import { PreviewView } from '../../../components/preview/PreviewView.tsx';
import { withTried } from '../../../components/preview/with-tried.ts';
import { emptyDraft, type ListingDraft } from '../../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { connectorPreview } from '../../../lib/preview/connector-preview.ts';
import type { DrawingKind } from '../../../lib/preview/drawing/drawing-kind.ts';
import { doctorState, reportAt, runningAt } from './doctor-states.tsx';
import type { GalleryState } from './gallery-state.ts';
import { listingDrafts, listingReports, samplePictures, triedPicture } from './sample-listing.ts';
import { run } from './sample-runs.ts';

interface State {
  readonly report: Report;
  readonly draft?: ListingDraft;
  readonly pictures?: readonly SeenPicture[];
  readonly tried?: SeenPicture;
  readonly isForeign?: boolean;
  readonly kind?: DrawingKind;
}

const nothing = (): void => undefined;

/** Below the heading of a report, as the doctor page has it; typing works. */
function Shown({
  report,
  draft: first = emptyDraft,
  pictures = samplePictures,
  tried = null,
  isForeign = false,
  kind: firstKind = 'custom',
}: Omit<State, 'tried'> & { readonly tried?: SeenPicture | null }) {
  const [draft, setDraft] = useState(first);
  const [kind, setKind] = useState(firstKind);
  const [trying, setTrying] = useState(tried);
  const shown = withTried({ preview: connectorPreview({ report, draft, pictures }), pictures }, trying);
  return (
    <main className="p-4">
      <h1 className="sr-only" lang="en">
        mcp.acme.dev
      </h1>
      <PreviewView
        report={report}
        run={isForeign ? null : run({})}
        preview={shown.preview}
        pictures={shown.pictures}
        tried={trying}
        draft={draft}
        actions={isForeign ? null : { askGoogle: nothing, signIn: nothing }}
        kind={kind}
        onKind={setKind}
        onDraft={(patch) => {
          setDraft((before) => ({ ...before, ...patch }));
        }}
        onTry={setTrying}
        onTab={nothing}
      />
    </main>
  );
}

const previews: Readonly<Record<string, State>> = {
  usual: { report: listingReports.usual, draft: listingDrafts.usual },
  listing: { report: listingReports.usual, draft: listingDrafts.usual, kind: 'directory' },
  'listing-untold': { report: listingReports.usual, kind: 'directory' },
  untold: { report: listingReports.usual },
  faulty: { report: listingReports.usual, draft: listingDrafts.faulty },
  'google-not-asked': { report: listingReports.notAsked, pictures: samplePictures.slice(-1) },
  'sign-in-needed': { report: listingReports.signInNeeded, draft: listingDrafts.usual },
  'not-reached': { report: listingReports.notReached, pictures: [] },
  foreign: { report: listingReports.usual, pictures: [], isForeign: true },
  'no-pictures': { report: listingReports.usual, draft: listingDrafts.usual, pictures: [] },
  'other-icon': { report: listingReports.usual, draft: listingDrafts.usual, tried: triedPicture },
  'long-names': { report: listingReports.usual, draft: listingDrafts.long, kind: 'directory' },
  'right-to-left': { report: listingReports.rightToLeft, draft: listingDrafts.rightToLeft, kind: 'directory' },
  'many-tools': { report: listingReports.many, draft: listingDrafts.usual },
};

/** The preview of a connector, in all its states. */
export const previewStates: readonly GalleryState[] = [
  ...Object.entries(previews).map(([name, state]) => ({
    name: `preview/${name}`,
    width: 960,
    show: () => <Shown {...state} />,
  })),
  doctorState('doctor/preview-nothing', reportAt(listingReports.notAnAddress, 'preview')),
  doctorState('doctor/preview-running', runningAt('preview')),
];
