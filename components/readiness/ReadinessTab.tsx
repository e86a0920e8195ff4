import { useMemo, useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { readDescription } from '../../lib/parsing/description.ts';
import { readiness } from '../../lib/preview/readiness/readiness.ts';
import { readinessMarkdown } from '../../lib/preview/readiness/readiness-markdown.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { fileName } from '../report/save-report.ts';
import { saveText } from '../report/save-text.ts';
import { useOnline } from '../state/use-online.ts';
import { readPictures, withPictures } from './add-pictures.ts';
import { lookAtLinks, putIntoReport } from './readiness-deeds.ts';
import type { Deed, ReadinessActions, ReadinessModel } from './readiness-model.ts';
import { ReadinessView } from './ReadinessView.tsx';
import { hidePicture, pictureKey, showPicture, shownPicture } from './shown-pictures.ts';
import { linksOf, reportedListing } from './reported-listing.ts';
import { useListing, type ListingAtHand } from './use-listing.ts';

/** Whether a connector is ready for the directory: the checklist at work. */
export function ReadinessTab({
  report,
  run,
  signIn,
  onFinding,
  onPreview,
}: {
  readonly report: Report;
  /** Null: somebody else’s report. */
  readonly run: RunState | null;
  /** Makes the check once more with a sign-in; null where there is none to make. */
  readonly signIn: (() => void) | null;
  readonly onFinding: (id: string) => void;
  readonly onPreview: () => void;
}) {
  const reported = useMemo(() => reportedListing(report), [report]);
  const { draft, state, change } = useListing(report, reported, run !== null);
  const online = useOnline();
  const [deed, setDeed] = useState<Deed | null>(null);
  const descriptionFaults = useMemo(() => readDescription(draft.description).faults, [draft.description]);
  // Somebody else’s draft stands here as the report keeps it, our own as it was typed.
  const counts = run === null ? reported.counts : null;
  const judged = useMemo(
    () => readiness(report, { draft, ...(counts && { counts }), links: linksOf(draft, reported), descriptionFaults }),
    [report, reported, draft, counts, descriptionFaults],
  );
  if (state === 'reading') return <p className="text-soft">{say('Reading what is kept…')}</p>;
  const model: ReadinessModel = {
    report,
    readiness: judged,
    draft,
    runId: run?.id ?? null,
    online,
    isUnkept: state === 'unkept',
    deed,
    pictureOf: shownPicture,
  };
  return <ReadinessView model={model} actions={actionsOf(model, { change, setDeed, signIn, onFinding, onPreview })} />;
}

interface Hands {
  readonly signIn: (() => void) | null;
  readonly change: ListingAtHand['change'];
  setDeed(deed: Deed | null): void;
  onFinding(id: string): void;
  onPreview(): void;
}

function actionsOf({ report, readiness: judged, draft, runId }: ReadinessModel, hands: Hands): ReadinessActions {
  const { change, setDeed, signIn, onFinding, onPreview } = hands;
  const markdown = (): string => readinessMarkdown(judged, { report, draft });
  return {
    change: (patch) => {
      change(patch);
      // What was said of the last click was said of what stood there then.
      setDeed(null);
    },
    signIn,
    showFinding: onFinding,
    showPreview: onPreview,
    look: () => {
      if (runId === null) return;
      setDeed({ kind: 'looking' });
      void lookAtLinks({ runId, draft }).then(setDeed);
    },
    putIn: () => {
      if (runId === null) return;
      setDeed({ kind: 'putting-in' });
      void putIntoReport({ runId, draft }).then(setDeed);
    },
    copy: () =>
      void navigator.clipboard.writeText(markdown()).then(
        () => {
          setDeed({ kind: 'copied' });
        },
        () => {
          setDeed({ kind: 'not-copied' });
        },
      ),
    save: () => {
      const name = fileName(report, 'readiness.md');
      saveText(name, markdown(), 'text/markdown');
      setDeed({ kind: 'saved', name });
    },
    addPictures: (files) =>
      void readPictures(files).then((pictures) => {
        // While they were read, others may have come or gone.
        change(({ screenshots }) => {
          const kept = withPictures(screenshots, pictures);
          for (const { facts, bytes } of pictures.read) if (kept.includes(facts)) showPicture(facts, bytes);
          return { screenshots: kept };
        });
        setDeed(pictures.unread.length > 0 ? { kind: 'unread', names: pictures.unread } : null);
      }),
    removePicture: (facts) => {
      hidePicture(facts);
      change(({ screenshots }) => ({
        screenshots: screenshots.filter((each) => pictureKey(each) !== pictureKey(facts)),
      }));
    },
  };
}
