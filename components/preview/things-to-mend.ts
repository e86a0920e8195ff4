import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { DrawingKind } from '../../lib/preview/drawing/drawing-kind.ts';
import type { NameHazard } from '../../lib/kernel/evidence-listing.ts';
import type { ConnectorPreview } from '../../lib/preview/preview.ts';
import { saidFinding } from '../../lib/report/finding-words.ts';
import type { SectionKey } from './PreviewSection.tsx';

/** Something to mend, in a line, and the part of the page where it is mended. */
export interface ThingToMend {
  readonly key: string;
  readonly words: string;
  readonly place: SectionKey;
}

/** What is wrong with what is shown, in the order of the page. The directory wants more than a custom connector needs. */
export function thingsToMend(preview: ConnectorPreview, report: Report, kind: DrawingKind): readonly ThingToMend[] {
  return [...inName(preview), ...inTexts(preview, kind), ...inIcon(preview, report, kind), ...inTools(preview)];
}

function inName({ name }: ConnectorPreview): readonly ThingToMend[] {
  return [
    ...name.hazards.map((hazard) => ({ key: `name-${hazard}`, words: hazardLine(hazard), place: 'name' as const })),
    ...(name.length > name.limit
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

function inTexts({ tagline, description }: ConnectorPreview, kind: DrawingKind): readonly ThingToMend[] {
  const things: ThingToMend[] = [];
  if (tagline === null) {
    if (kind === 'directory')
      things.push({ key: 'tagline-none', words: say('There is no one-liner yet'), place: 'tagline' });
  } else if (tagline.length > tagline.limit) {
    things.push({ key: 'tagline-long', words: say('The one-liner is too long'), place: 'tagline' });
  }
  if (description === null || description.text.trim() === '') {
    if (kind === 'directory')
      things.push({ key: 'description-none', words: say('There is no description yet'), place: 'description' });
    return things;
  }
  if (description.length > description.limit) {
    things.push({ key: 'description-long', words: say('The description is too long'), place: 'description' });
  }
  const faults = description.faults.length;
  if (faults > 0) {
    const words = sayCount(faults, {
      one: '{count} part of the description is not shown as written',
      other: '{count} parts of the description are not shown as written',
    });
    things.push({ key: 'description-faults', words, place: 'description' });
  }
  return things;
}

/** The picture of a listing is handed in, so the site’s own is no fault there. */
function inIcon({ icon }: ConnectorPreview, report: Report, kind: DrawingKind): readonly ThingToMend[] {
  if (kind === 'directory') return [];
  return report.findings
    .filter(({ id }) => icon.advice.some(({ finding }) => finding === id))
    .map((finding) => ({ key: finding.id, words: saidFinding(finding, report).title, place: 'icon' as const }));
}

function inTools({ tools }: ConnectorPreview): readonly ThingToMend[] {
  const all = tools?.groups.flatMap((group) => group.tools) ?? [];
  const without = (what: 'title' | 'hint'): number => all.filter(({ missing }) => missing.includes(what)).length;
  const [title, hint] = [without('title'), without('hint')];
  return [
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
