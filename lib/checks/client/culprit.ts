import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { BisectFindings } from '../../kernel/evidence-browser.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { knownBlocker } from '../../standards/blocking-extensions.ts';
import { browserSources as sources } from './browser-sources.ts';
import { named, short } from './look-words.ts';
import { isPast as isOver, whyPageUnseen, type PageSide } from './looks.ts';

const mostGroups = 12;

/** What did switching extensions off and on show? */
export const culpritCheck = defineCheck({
  topic: 'culprit',
  needs: ['bisect'],
  uses: ['browser', 'reach', 'page-traffic', 'page-integrity', 'extensions'],
  codes: {
    'client.extension-culprit': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{now, select, past {{names} kept Claude from working, and does not show it now} other {{count, plural, one {{names} keeps Claude from working} other {{names} together keep Claude from working}}}}',
      detail:
        '{causes, plural, one {{by, select, person {With {count, plural, one {it} other {all of them}} on, Claude did not work by your own word; with {count, plural, one {it} other {one of them}} off, it did.} other {With {count, plural, one {it} other {all of them}} on, this failed{by, select, both {, partly by your own word} other {}}: {symptom}. With {count, plural, one {it} other {one of them}} off, it worked.}}} other {{count, plural, one {It alone is} other {These together are}} enough: with {count, plural, one {it} other {all of them}} on, {by, select, person {Claude did not work by your own word} both {this failed, partly by your own word: {symptom}} other {this failed: {symptom}}}, whatever else was off. It is one of {causes} causes: it works only without any of them.}} {rounds, plural, one {One look} other {# looks}} with extensions switched off showed it, among {suspects, plural, one {one extension} other {# extensions}} that may touch Claude’s page.{now, select, past { At this look nothing of it is to be seen: it may have been told to leave Claude alone, or Claude’s page was not loaded anew since.} other {}}',
      fix: '{steps}',
      sources: [sources.management, sources.directoryFails],
    },
  },
  evaluate({ bisect, ...seen }) {
    const { outcome } = bisect;
    // What came and went, or did not show any more, tells of no extension.
    if (outcome.kind === 'inconsistent' || outcome.kind === 'gone')
      return [skip('prerequisite', 'client.extension-culprit')];
    if (outcome.kind !== 'culprits') return [];
    const groups = outcome.groups.filter((group) => group.length > 0 && isStillOn(group, seen.extensions));
    if (groups.length === 0) return [skip('not-applicable', 'client.extension-culprit')];
    return groups
      .slice(0, mostGroups)
      .map((group) => guilty(group, bisect, outcome.groups.length, isPast(bisect, seen)));
  },
});

type Group = Extract<BisectFindings['outcome'], { kind: 'culprits' }>['groups'][number];

function guilty(
  group: Group,
  { symptom, seenBy, rounds, suspects }: BisectFindings,
  causes: number,
  past: boolean,
): Outcome<'client.extension-culprit'> {
  const names = named(group.map(({ name }) => name));
  const values = {
    names,
    count: group.length,
    causes,
    by: seenBy,
    symptom: short(symptom),
    rounds,
    suspects,
    now: past ? 'past' : 'still',
    steps: stepsFor(group, names),
  };
  return found('client.extension-culprit', {
    values,
    ...(past && { severity: 'note' as const }),
    // People err more often than probes, and nobody asks them a second time.
    ...(seenBy !== 'probe' && { confidence: 'likely' as const }),
  });
}

function stepsFor(group: Group, names: string): string {
  const known = group.map(({ id }) => knownBlocker(id)).find((row) => row !== null);
  const allow = known
    ? `To keep ${known.name} and still use Claude: ${known.steps.join(' ')}`
    : `To keep it and still use Claude, open the settings of ${names} and allow claude.ai and anthropic.com there (often called “allowlist”, “trusted sites” or “pause on this site”), and load Claude anew.`;
  return `${allow} Or switch ${group.length > 1 ? 'one of them' : 'it'} off and load Claude anew.`;
}

/** One that was switched off since, or taken out, does nothing any more. */
function isStillOn(group: Group, extensions: Observation<EvidenceMap['extensions']>): boolean {
  const now = observed(extensions);
  return now === undefined || group.every(({ id }) => now.suspects.some((suspect) => suspect.id === id));
}

/** Nothing of it is to be seen at this look, although it could be seen. What only the person saw is not to be seen here. */
function isPast(
  { seenBy }: BisectFindings,
  seen: PageSide & { readonly 'page-integrity': Observation<EvidenceMap['page-integrity']> },
): boolean {
  if (seenBy === 'person' || whyPageUnseen(seen) !== null) return false;
  const looks = observed(seen.reach)?.looks ?? [];
  const notes = observed(seen['page-traffic'])?.notes ?? [];
  const live = notes.filter((note) => !isOver(note, looks));
  const integrity = observed(seen['page-integrity']);
  const troubled = [
    looks.some(({ page }) => page?.kind === 'failed' || page?.kind === 'diverted'),
    live.some(({ need, what }) => need !== null && what.kind !== 'server-error' && what.kind !== 'gone'),
    integrity?.replaced.some(({ by }) => by.kind !== 'page') === true,
    integrity?.hidden.some(({ by }) => by === 'injected') === true,
  ];
  return !troubled.includes(true);
}
