import { say } from '../../lib/i18n/say.ts';
import type { ListingDraft } from '../../lib/kernel/listing.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { listingLimits } from '../../lib/standards/directory-limits.ts';
import { ExternalLink } from '../ui/Link.tsx';
import { Say } from '../ui/Say.tsx';
import { CountedField } from './CountedField.tsx';
import { hazardWords } from '../../lib/preview/listing/hazard-words.ts';

/** Name and one-liner, with what is risky in the name. */
export function NameSection({
  preview,
  draft,
  kind,
  ids,
  readOnly,
  onDraft,
}: {
  readonly preview: ConnectorPreview;
  readonly draft: ListingDraft;
  readonly kind: DrawingKind;
  /** Of the two fields. */
  readonly ids: { readonly name: string; readonly tagline: string };
  readonly readOnly: boolean;
  readonly onDraft: (patch: Partial<ListingDraft>) => void;
}) {
  const { name, tagline } = preview;
  return (
    <>
      <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2">
        <CountedField
          id={ids.name}
          label={say('Name')}
          hint={nameHint(name.from)}
          value={draft.name}
          readOnly={readOnly}
          {...(name.from !== 'draft' && { placeholder: plainLine(name.text, 200) })}
          count={name}
          problems={[
            ...name.hazards.map((hazard) => say(hazardWords[hazard])),
            ...(name.length > name.limit ? [say('The directory takes no more than that: say it shorter.')] : []),
          ]}
          onChange={(text) => {
            onDraft({ name: text });
          }}
        />
        <CountedField
          id={ids.tagline}
          label={say('One-liner')}
          hint={
            kind === 'custom'
              ? say('Stands below the name in the directory alone: a custom connector shows its host there.')
              : say('Stands below the name in the directory. One sentence on what people get done with it.')
          }
          value={draft.tagline}
          readOnly={readOnly}
          count={tagline ?? { length: 0, limit: listingLimits.tagline }}
          problems={
            tagline !== null && tagline.length > tagline.limit
              ? [say('The directory takes no more than that: keep the one thing that people come for.')]
              : []
          }
          onChange={(text) => {
            onDraft({ tagline: text });
          }}
        />
      </div>
      {name.hazards.length > 0 && <HazardReports />}
    </>
  );
}

function nameHint(from: ConnectorPreview['name']['from']): string {
  if (from === 'draft') return say('A custom connector bears the name that each person types when adding it.');
  if (from === 'server-title')
    return say('Nothing typed yet: the title that the server gives itself stands in for it.');
  if (from === 'server-name') return say('Nothing typed yet: the name that the server gives itself stands in for it.');
  return say('Nothing typed yet: the host stands in for it.');
}

const reports = ['537', '476'] as const;

function HazardReports() {
  const [first, second] = reports.map((issue) => (
    <ExternalLink key={issue} href={`https://github.com/anthropics/claude-ai-mcp/issues/${issue}`}>
      {`claude-ai-mcp#${issue}`}
    </ExternalLink>
  ));
  return (
    <p className="max-w-prose text-xs text-soft">
      <Say
        text="People reported it of names with such characters: {first}, {second}. Plain English letters, digits, spaces and hyphens are safe; of other plain characters, such as @ or /, nobody reported it."
        with={{ first, second }}
      />
    </p>
  );
}
