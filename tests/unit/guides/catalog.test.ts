import { describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { guides } from '../../../lib/guides/catalog.ts';
import { guideIds, type GuideId } from '../../../lib/guides/guide-id.ts';
import type { Guide, GuideStep, Reader } from '../../../lib/guides/guide.ts';
import { stepsFor } from '../../../lib/help/guide-steps.ts';
import { judgeStep } from '../../../lib/help/verification.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { places, type PlaceId } from '../../../lib/knowledge/places.ts';
import { planRules } from '../../../lib/knowledge/plans.ts';
import { reportOf } from '../checks/client/browser-look.ts';

const all = Object.entries(guides);
const steps = all.flatMap(([id, guide]) =>
  guide.steps.map((step): [at: string, step: GuideStep] => [`${id} ${step.id}`, step]),
);
const codes = all.flatMap(([, guide]) => guide.codes);

/** Sentences in a text; a full stop within a word or an address ends none. */
function sentences(text: string): number {
  return text.split(/[.!?](?=[”)]?(?:\s|$))/).filter((piece) => /\p{L}/u.test(piece)).length;
}

function textsOf({ title, when, afterwards, steps: own }: Guide): readonly string[] {
  return [
    title,
    when,
    afterwards,
    ...own.flatMap((step) => [step.do, step.seen, step.note ?? '', step.copy ?? '']),
  ].filter((text) => text !== '');
}

const proseOf = ({ do: what, note, seen }: GuideStep): readonly string[] => [what, seen, note ?? ''];

describe('the guides', () => {
  it('are there for every id, in the order in which they are listed', () => {
    expect(Object.keys(guides)).toEqual(guideIds);
  });

  it.each(all)('%s: its steps have names of their own', (_id, guide) => {
    const ids = guide.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(all)('%s: rests on facts, each of them named once', (_id, { facts }) => {
    expect(facts.length).toBeGreaterThan(0);
    expect(new Set(facts).size).toBe(facts.length);
  });

  it.each(all)('%s: fills in name, address and host only', (_id, guide) => {
    for (const text of textsOf(guide)) {
      expect(text.replaceAll(/\{(?:name|url|host)\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it.each(all)('%s: speaks as people read, without straight marks', (_id, guide) => {
    const texts = [guide.title, guide.when, guide.afterwards, ...guide.steps.flatMap(proseOf)];
    for (const text of texts) expect(text).not.toMatch(/["']|\.\.\.|\s\s|^\s|\s$/);
    expect(guide.title).not.toMatch(/[.!?]$/);
    expect(guide.when).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentences(guide.when)).toBe(1);
  });

  it.each(all)('%s: has steps for each of its readers, and for nobody else', (_id, guide) => {
    for (const reader of guide.readers) expect(stepsFor(guide, reader).length).toBeGreaterThan(1);
    const named = guide.steps.flatMap(({ readers }) => readers ?? []);
    expect(named.filter((reader) => !guide.readers.includes(reader))).toEqual([]);
    // A step that is everybody’s names nobody, so that a guide of one reader has no marks at all.
    expect(guide.steps.filter(({ readers }) => readers?.length === guide.readers.length)).toEqual([]);
  });
});

describe('the steps of the guides', () => {
  it.each(steps)('%s: says in one sentence what to do, and in one how to see it', (_at, step) => {
    expect(sentences(step.do)).toBe(1);
    expect(sentences(step.seen)).toBe(1);
    expect(sentences(step.note ?? 'None.')).toBeLessThanOrEqual(2);
    for (const text of [step.do, step.seen, step.note ?? 'None.']) expect(text).toMatch(/^[\p{Lu}“/].*\.$/u);
  });

  it.each(steps)('%s: names the connector in its prose where the name can be left out', (_at, step) => {
    for (const text of proseOf(step)) expect(text.replaceAll(/ \(\{(?:name|url|host)\}\)/g, '')).not.toContain('{');
  });

  it.each(steps)('%s: puts nothing from outside into a command', (_at, { copy }) => {
    if (/^(?:claude|sudo|npx|curl|\/)\b/.test(copy ?? '')) expect(copy).not.toMatch(/\{/);
  });

  it.each(steps)('%s: says what a page shows only beside that page', (_at, step) => {
    const { place, verify } = step;
    if (verify?.kind === 'page') {
      expect(place).toBe(verify.place);
      expect(places[verify.place].url).toMatch(/^https:\/\/claude\.ai\//);
      // An address tells which page is open, and nothing of what somebody found or did there.
      expect(step.seen).toMatch(/ (?:on screen|open)\b/);
    }
    if (verify?.kind === 'no-error-on-page') {
      expect(['connectors', 'directory']).toContain(place);
      // A page without an error proves no connection: what else is to be seen, the person is told to look for.
      expect(step.seen).toBe('There is no error on the page.');
      expect(step.do).toMatch(/ and see (?:that|whether) /);
    }
    if (verify?.kind === 'status-page') expect(place).toBe('status');
  });

  it.each(steps)('%s: is verified by codes that such a check can find', (_at, { verify }) => {
    const known = verify?.kind === 'browser' ? browserCodeDefinitions : codeDefinitions;
    const gone = verify && 'gone' in verify ? verify.gone : [];
    expect(gone.filter((code) => !Object.hasOwn(known, code))).toEqual([]);
    expect(new Set(gone).size).toBe(gone.length);
    if (verify?.kind === 'browser') expect(gone.length).toBeGreaterThan(0);
  });

  it('that a look at this browser verifies are met where nothing stands in the way, without a search for an extension', () => {
    const report = reportOf({ bisect: 'not-asked' });
    const looked = steps.flatMap(([at, { verify }]) =>
      verify?.kind === 'browser' ? [[at, judgeStep(verify, report)] as const] : [],
    );
    expect(looked.length).toBeGreaterThan(3);
    expect(looked.filter(([, judged]) => judged.kind !== 'met')).toEqual([]);
  });

  it('can be seen by us in every guide, one at least', () => {
    const blind = all.filter(([, guide]) => guide.steps.every(({ verify }) => verify === null)).map(([id]) => id);
    expect(blind).toEqual([]);
  });
});

describe('what guides say of what pages disagree on, or what is easily said too simply', () => {
  const textOf = (id: GuideId, step: string): string => {
    const found = guides[id].steps.find((each) => each.id === step);
    return [found?.do, found?.note, found?.copy].join(' ');
  };
  const placesOf = (id: GuideId, reader: Reader) => stepsFor(guides[id], reader).map(({ place }) => place);

  it('sends Owners to one place for what tools may do, and names the other one', () => {
    for (const text of [textOf('tool-blocked', 'ask-owner'), textOf('enable-for-organization', 'limit-tools')]) {
      expect(text).toContain('Organization settings > Connectors');
      expect(text).toMatch(/[Oo]ne help page says Customize > Connectors/);
    }
    expect(placesOf('tool-blocked', 'owner')).toEqual(
      expect.arrayContaining(['organization-connectors', 'connectors'] satisfies PlaceId[]),
    );
    for (const id of ['tool-blocked', 'enable-for-organization'] as const)
      expect(guides[id].facts).toContain('organization-tool-limits-place');
    const rule = planRules.find(({ goals, roles }) => goals.includes('allow-tool') && roles?.includes('owner'));
    expect(rule?.places).toEqual(['organization-connectors', 'connectors']);
    expect(rule?.facts).toContain('organization-tool-limits-place');
  });

  it('calls a project private whose people were invited, and says how a public one becomes private', () => {
    expect(textOf('private-projects', 'see-visibility')).not.toContain('shared with others');
    expect(textOf('private-projects', 'make-private')).toMatch(/“Share”.*“Only people invited”.*“General access”/);
    expect(placesOf('private-projects', 'user')).toContain('project-sharing-help');
  });

  it('advises nobody to remove a connector of their own for a listed one, or to switch off what protects a company', () => {
    expect(textOf('duplicate-entry', 'listed-twice')).toMatch(/need not be removed.*may be another server/);
    const owners = stepsFor(guides['corporate-identity'], 'owner').map(({ id }) => id);
    expect(owners).toEqual(['see-setting', 'give-account', 'ask-security-team']);
    expect(textOf('corporate-identity', 'see-setting')).toContain('Identity & Access');
  });

  it('says before a public form opens that a host is filled in', () => {
    for (const step of ['write-report', 'write-developer-report']) {
      expect(textOf('report-to-support', step)).toMatch(/\(\{host\}\).* filled in, if that is a public name/);
    }
  });
});

describe('the codes of the guides', () => {
  it('are each healed by two guides at most, and named by a guide once', () => {
    for (const [, guide] of all) expect(new Set(guide.codes).size).toBe(guide.codes.length);
    const often = codes.filter((code) => codes.filter((other) => other === code).length > 2);
    expect(often).toEqual([]);
  });

  it('are ones that can be found', () => {
    const definitions = { ...codeDefinitions, ...browserCodeDefinitions };
    expect(codes.filter((code) => !Object.hasOwn(definitions, code))).toEqual([]);
  });
});

describe('the guides in German', () => {
  it.each(all)('%s: every text is there, with the same things to fill in', (_id, guide) => {
    for (const text of textsOf(guide)) {
      const said = german.messages[text];
      expect(said, text).toBeTypeOf('string');
      expect(placeholders(String(said)), text).toEqual(placeholders(text));
    }
  });

  it.each(steps)('%s: keeps names where they can be left out, and one sentence one sentence', (_at, step) => {
    for (const text of proseOf(step).filter((each) => each !== '')) {
      const said = String(german.messages[text]);
      expect(said.replaceAll(/ \(\{(?:name|url|host)\}\)/g, '')).not.toContain('{');
      expect(sentences(said), said).toBeLessThanOrEqual(Math.max(sentences(text), text === step.note ? 2 : 1));
      expect(said).not.toMatch(/["'“][A-Za-zÄÖÜ]|\.\.\.|\s\s/);
    }
  });
});

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}
