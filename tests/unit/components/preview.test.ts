import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineRange, markedParts } from '../../../components/preview/line-range.ts';
import { thingsToMend } from '../../../components/preview/things-to-mend.ts';
import { withTried } from '../../../components/preview/with-tried.ts';
import type { SeenPicture } from '../../../lib/kernel/picture.ts';
import { previewSchema, type ConnectorPreview, type PreviewTool } from '../../../lib/preview/preview.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

function preview(members: Partial<ConnectorPreview> = {}): ConnectorPreview {
  return {
    schema: previewSchema,
    url: 'https://mcp.acme.dev/mcp',
    host: 'mcp.acme.dev',
    name: { text: 'Acme', length: 4, limit: 100, from: 'server-title', hazards: [] },
    tagline: { text: 'Does it.', length: 8, limit: 200, from: 'draft' },
    description: { text: 'Words.', length: 6, limit: 2_000, from: 'draft', faults: [], advice: [] },
    badges: { custom: true, interactive: false },
    icon: {
      custom: { shown: 'google', because: 'google-answered', domain: 'acme.dev', picture: 0 },
      directory: { picture: 0 },
      google: [],
      site: [],
      server: [],
      advice: [],
    },
    links: [],
    tools: { count: 0, estimatedTokens: 0, isWhole: true, groups: [] },
    toolsUnseen: null,
    ...members,
  };
}

function tool(missing: PreviewTool['missing']): PreviewTool {
  return {
    name: 'a',
    shownAs: 'a',
    title: null,
    description: null,
    readOnly: null,
    destructive: null,
    idempotent: null,
    openWorld: null,
    estimatedTokens: 1,
    missing,
  };
}

describe('what is to mend', () => {
  const report = sampleReport();

  it('is nothing where nothing is wrong', () => {
    expect(thingsToMend(preview(), report, 'custom')).toEqual([]);
    expect(thingsToMend(preview(), report, 'directory')).toEqual([]);
  });

  it('is what the directory asks for, only where the connector is shown as its listing', () => {
    const untold = preview({ tagline: null, description: null });
    expect(thingsToMend(untold, report, 'custom')).toEqual([]);
    expect(thingsToMend(untold, report, 'directory').map(({ key, place }) => [key, place])).toEqual([
      ['tagline-none', 'tagline'],
      ['description-none', 'description'],
    ]);
  });

  it('takes a description of blanks for none', () => {
    const blank = preview({
      description: { text: ' \n', length: 2, limit: 2_000, from: 'draft', faults: [], advice: [] },
    });
    expect(thingsToMend(blank, report, 'directory').map(({ key }) => key)).toEqual(['description-none']);
  });

  it('leads from each hazard, limit, fault and tool to its place', () => {
    const shown = preview({
      name: { text: 'A’🙂', length: 101, limit: 100, from: 'draft', hazards: ['apostrophe', 'emoji'] },
      tagline: { text: '', length: 201, limit: 200, from: 'draft' },
      description: {
        text: 'x',
        length: 2_001,
        limit: 2_000,
        from: 'draft',
        faults: [{ kind: 'raw-html', text: '<b>', line: 1 }],
        advice: [],
      },
      tools: {
        count: 3,
        estimatedTokens: 3,
        isWhole: true,
        groups: [{ kind: 'write', tools: [tool(['title', 'hint']), tool(['hint']), tool([])] }],
      },
    });
    const saidOf = (kind: 'custom' | 'directory'): readonly string[] =>
      thingsToMend(shown, report, kind).map(({ words, place }) => `${place}: ${words}`);
    expect(saidOf('directory')).toEqual([
      'name: The name holds an apostrophe',
      'name: The name holds an emoji',
      'name: The name is too long',
      'tagline: The one-liner is too long',
      'description: The description is too long',
      'description: 1 part of the description is not shown as written',
      'tools: 1 tool has no title',
      'tools: 2 tools do not say whether they only read',
    ]);
    // Neither what the author writes nor the directory’s limits are there for a custom connector.
    expect(saidOf('custom')).toEqual([
      'name: The name holds an apostrophe',
      'name: The name holds an emoji',
      'tools: 1 tool has no title',
      'tools: 2 tools do not say whether they only read',
    ]);
  });

  it('is what the server says of itself, wherever that is drawn', () => {
    const faults = [{ kind: 'script', text: '<script>', line: 1 }] as const;
    const own = preview({
      description: { text: 'x', length: 2_001, limit: 2_000, from: 'server', faults, advice: [] },
    });
    expect(thingsToMend(own, report, 'custom').map(({ key }) => key)).toEqual(['description-faults']);
  });

  it('is a heavy list', () => {
    const heavy = preview({ tools: { count: 3, estimatedTokens: 16_600, isWhole: true, groups: [] } });
    expect(thingsToMend(heavy, report, 'custom').map(({ words, place }) => [words, place])).toEqual([
      ['The list of tools is heavy', 'tools'],
    ]);
  });

  it('names an icon’s fault as its finding does, and only where Claude takes the icon from the site', () => {
    const title = 'Google shows a globe';
    const finding = sampleFinding({ id: 'icon.google-default', code: 'icon.google-default', title });
    const advice = { code: finding.code, finding: finding.id, isAside: false, reason: null, adds: [] } as const;
    const shown = preview();
    const faulty = {
      ...shown,
      icon: { ...shown.icon, advice: [advice, { ...advice, finding: 'aside', isAside: true }] },
    };
    const told = sampleReport({ findings: [finding, sampleFinding()] });
    expect(thingsToMend(faulty, told, 'custom').map(({ words, place }) => [words, place])).toEqual([[title, 'icon']]);
    expect(thingsToMend(faulty, told, 'directory')).toEqual([]);
  });
});

describe('lineRange', () => {
  it('holds exactly that line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '🙂', ' ', '\r') }), { minLength: 1 }),
        fc.nat(),
        (lines, at) => {
          const line = (at % lines.length) + 1;
          const text = lines.join('\n');
          const { start, end } = lineRange(text, line);
          expect(text.slice(start, end)).toBe(lines[line - 1]);
        },
      ),
    );
  });

  it('is the end of the text where there is no such line', () => {
    expect(lineRange('ab', 7)).toEqual({ start: 2, end: 2 });
  });
});

describe('markedParts', () => {
  it('marks the fault alone, and the line where it is not to be found', () => {
    expect(markedParts('See [a](http://a.dev) now', ['http://a.dev'])).toEqual([
      { text: 'See [a](', isMarked: false },
      { text: 'http://a.dev', isMarked: true },
      { text: ') now', isMarked: false },
    ]);
    expect(markedParts('abc', ['x…'])).toEqual([{ text: 'abc', isMarked: true }]);
    expect(markedParts('abc', [])).toEqual([{ text: 'abc', isMarked: false }]);
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }), (line, texts) => {
        expect(
          markedParts(line, texts)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});

describe('withTried', () => {
  const picture: SeenPicture = { url: 'a', from: 'link', type: 'png', base64: '' };

  it('stands in both places, and leaves the others at theirs', () => {
    const tried = { ...picture, url: 'b' };
    const shown = withTried({ preview: preview(), pictures: [picture] }, tried);
    const { custom, directory } = shown.preview.icon;
    expect([custom.picture, directory.picture].map((index) => shown.pictures[index ?? -1])).toEqual([tried, tried]);
    expect(shown.pictures[0]).toBe(picture);
  });

  it('changes nothing where nothing is tried', () => {
    const given = { preview: preview(), pictures: [picture] };
    expect(withTried(given, null)).toEqual(given);
  });
});
