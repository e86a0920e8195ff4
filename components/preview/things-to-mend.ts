import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { NameHazard } from '../../lib/kernel/evidence-listing.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { iconAdviceWords } from '../../lib/preview/icons/icon-advice-words.ts';
import { isHeavy } from '../../lib/preview/preview-words.ts';
import type { SectionKey } from './PreviewSection.tsx';

/** Something to mend, in a line, and the part of the page where it is mended. */
export interface ThingToMend {
  readonly key: string;
  readonly words: string;
  readonly place: SectionKey;
}

/** What is wrong with what is shown, in the order of the page. The directory wants more than a custom connector needs. */
export function thingsToMend(preview: ConnectorPreview, report: Report, kind: DrawingKind): readonly ThingToMend[] {
  return [...inName(preview, kind), ...inTexts(preview, kind), ...inIcon(preview, report, kind), ...inTools(preview)];
}

function inName({ name }: ConnectorPreview, kind: DrawingKind): readonly ThingToMend[] {
  return [
    ...name.hazards.map((hazard) => ({ key: `name-${hazard}`, words: hazardLine(hazard), place: 'name' as const })),
    ...(kind === 'directory' && name.length > name.limit
      ? [{ key: 'name-long', words: say('The name is too long'), place: 'name' as const }]
      : []),
  ];
}

function hazardLine(hazard: NameHazard): string {
  if (hazard === 'apostrophe') return say('The name holds an apostrophe');
  if (hazard === 'quote') return say('The name holds a quotation mark');
  if (hazard === 'emoji') return say('The name holds an emoji');
  if (hazard === 'control-character') return say('The name holds a character that nobody sees');
  return say('The name holds a character beyond plain letters');
}

/** Of a custom connector none is drawn but what the server says of itself, and no limit holds for that. */
function inTexts({ tagline, description }: ConnectorPreview, kind: DrawingKind): readonly ThingToMend[] {
  if (kind === 'custom') return description?.from === 'server' ? inDescription(description) : [];
  const isLong = description !== null && description.length > description.limit;
  return [
    ...(tagline === null
      ? [{ key: 'tagline-none', words: say('There is no one-liner yet'), place: 'tagline' as const }]
      : []),
    ...(tagline !== null && tagline.length > tagline.limit
      ? [{ key: 'tagline-long', words: say('The one-liner is too long'), place: 'tagline' as const }]
      : []),
    ...(description === null || description.text.trim() === ''
      ? [{ key: 'description-none', words: say('There is no description yet'), place: 'description' as const }]
      : []),
    ...(isLong
      ? [{ key: 'description-long', words: say('The description is too long'), place: 'description' as const }]
      : []),
    ...(description === null ? [] : inDescription(description)),
  ];
}

function inDescription({ faults }: NonNullable<ConnectorPreview['description']>): readonly ThingToMend[] {
  if (faults.length === 0) return [];
  const words = sayCount(faults.length, {
    one: '{count} part of the description is not shown as written',
    other: '{count} parts of the description are not shown as written',
  });
  return [{ key: 'description-faults', words, place: 'description' }];
}

/** The picture of a listing is handed in, so the site’s own is no fault there. */
function inIcon({ icon }: ConnectorPreview, report: Report, kind: DrawingKind): readonly ThingToMend[] {
  if (kind === 'directory') return [];
  return icon.advice.flatMap((advice) => {
    const words = advice.isAside ? null : iconAdviceWords(advice, report);
    return words ? [{ key: advice.finding ?? advice.code, words: words.title, place: 'icon' as const }] : [];
  });
}

function inTools({ tools }: ConnectorPreview): readonly ThingToMend[] {
  const all = tools?.groups.flatMap((group) => group.tools) ?? [];
  const without = (what: 'title' | 'hint'): number => all.filter(({ missing }) => missing.includes(what)).length;
  const [title, hint] = [without('title'), without('hint')];
  return [
    ...(tools !== null && isHeavy(tools)
      ? [{ key: 'tools-heavy', words: say('The list of tools is heavy'), place: 'tools' as const }]
      : []),
    ...(title > 0
      ? [
          {
            key: 'tools-title',
            words: sayCount(title, { one: '{count} tool has no title', other: '{count} tools have no title' }),
            place: 'tools' as const,
          },
        ]
      : []),
    ...(hint > 0
      ? [
          {
            key: 'tools-hint',
            words: sayCount(hint, {
              one: '{count} tool does not say whether it only reads',
              other: '{count} tools do not say whether they only read',
            }),
            place: 'tools' as const,
          },
        ]
      : []),
  ];
}
