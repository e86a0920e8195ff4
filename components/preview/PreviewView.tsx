import { use, useId, useMemo } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { ListingDraft } from '../../lib/kernel/listing.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { isUntold } from '../../lib/storage/listing-drafts.ts';
import { IsForeign } from '../report/whose-report.ts';
import { DescriptionSection } from './DescriptionSection.tsx';
import { Frames } from './Frames.tsx';
import { IconPart } from './IconPart.tsx';
import { InstallSection } from './InstallSection.tsx';
import { MendCount, MendList } from './MendList.tsx';
import { NameSection } from './NameSection.tsx';
import type { AuthorActions, PreviewLead } from './preview-model.ts';
import { leadTo, PreviewSection, type SectionKey } from './PreviewSection.tsx';
import { SavePreview } from './SavePreview.tsx';
import { thingsToMend } from './things-to-mend.ts';
import { ToolsSection } from './ToolsSection.tsx';
import { Unreached } from './Unreached.tsx';
import { UnseenTools } from './UnseenTools.tsx';

/** The preview with everything given: the picture first, then what is wrong with it, then each part with what can be done there. */
export function PreviewView({
  report,
  run,
  preview,
  pictures,
  tried,
  draft,
  kind,
  actions,
  onKind,
  onDraft,
  onTry,
  onTab,
}: {
  readonly report: Report;
  /** Null for somebody else’s report. */
  readonly run: RunState | null;
  readonly preview: ConnectorPreview;
  /** Those that the preview’s indexes mean. */
  readonly pictures: readonly SeenPicture[];
  /** An icon that somebody tries; it is one of the pictures already. */
  readonly tried: SeenPicture | null;
  readonly draft: ListingDraft;
  readonly kind: DrawingKind;
  readonly actions: AuthorActions | null;
  readonly onKind: (kind: DrawingKind) => void;
  readonly onDraft: (patch: Partial<ListingDraft>) => void;
  readonly onTry: (picture: SeenPicture | null) => void;
  readonly onTab: (tab: PreviewLead) => void;
}) {
  const id = useId();
  const idOf = (key: SectionKey): string => `${id}-${key}`;
  const { toolsUnseen } = preview;
  const isForeign = use(IsForeign);
  const things = useMemo(() => thingsToMend(preview, report, kind), [preview, report, kind]);
  return (
    <div className="grid min-w-0 gap-6">
      {toolsUnseen === 'not-reached' && <Unreached report={report} onTab={onTab} />}
      <Frames
        preview={preview}
        pictures={pictures}
        kind={kind}
        isTried={tried !== null}
        onKind={onKind}
        beside={
          <MendCount
            count={things.length}
            onLead={() => {
              leadTo(`${id}-mend`);
            }}
          />
        }
      />
      <MendList
        id={`${id}-mend`}
        things={things}
        isWhole={preview.tools !== null}
        onLead={(place) => {
          leadTo(idOf(place));
        }}
      />
      <PreviewSection id={`${id}-texts`} title={say('Name and one-liner')}>
        {run === null && <p className="text-xs text-soft">{toldElsewhere(draft)}</p>}
        <NameSection
          preview={preview}
          draft={draft}
          kind={kind}
          ids={{ name: idOf('name'), tagline: idOf('tagline') }}
          readOnly={run === null}
          onDraft={onDraft}
        />
      </PreviewSection>
      <PreviewSection id={`${id}-texts-long`} title={say('Description')}>
        <DescriptionSection
          description={preview.description}
          value={draft.description}
          fieldId={idOf('description')}
          readOnly={run === null}
          onChange={(description) => {
            onDraft({ description });
          }}
        />
      </PreviewSection>
      <PreviewSection id={idOf('icon')} title={say('Icon')}>
        <IconPart
          preview={preview}
          pictures={pictures}
          tried={tried}
          run={run}
          report={report}
          onAskGoogle={actions?.askGoogle ?? null}
          onTry={onTry}
        />
      </PreviewSection>
      <PreviewSection id={idOf('tools')} title={say('Tools')}>
        {preview.tools === null ? (
          <UnseenTools preview={preview} actions={actions} onTab={onTab} />
        ) : (
          <ToolsSection tools={preview.tools} />
        )}
      </PreviewSection>
      <PreviewSection id={idOf('install')} title={say('Install link')}>
        {isForeign ? (
          <p className="max-w-prose">
            {say(
              'A link that adds this connector is made of a check of your own: whoever wrote this report chose its name and address.',
            )}
          </p>
        ) : (
          <InstallSection name={preview.name.text} url={preview.url} />
        )}
      </PreviewSection>
      {!isForeign && (
        <PreviewSection id={`${id}-save`} title={say('Keep or show it')}>
          <SavePreview preview={preview} pictures={pictures} report={report} draft={draft} />
        </PreviewSection>
      )}
    </div>
  );
}

/** Of somebody else’s report. */
function toldElsewhere(draft: ListingDraft): string {
  return isUntold({ ...draft, confirmed: [] })
    ? say('The report holds nothing of it.')
    : say('As whoever made the report told it. It cannot be changed here.');
}
