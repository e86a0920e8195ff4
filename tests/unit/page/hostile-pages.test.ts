import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewElement } from '../../../lib/page/page-view.ts';
import { plainText } from '../../../lib/page/plain-text.ts';
import { readSighting } from '../../../lib/page/read-sighting.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { textLines } from '../../../lib/page/text-lines.ts';
import type { PageSighting } from '../../../lib/page/sighting.ts';
import { pageOf, readingOf, seenAt } from './page-of.ts';

const connectors = 'https://claude.ai/customize/connectors';
const reach = "Couldn't reach the MCP server. You can check the server URL.";

const limits: Readonly<Record<keyof PageSighting, number>> = {
  page: 200,
  sentence: 500,
  stage: 64,
  oauthError: 64,
  reference: 80,
  connectorUrl: 2_100,
  connectorName: 100,
  seenAt: 16,
};

// Everything that could steer how the rest is shown, or that cannot be sent: control, direction and lone surrogates.
// eslint-disable-next-line no-control-regex -- it is these that must not come through
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function expectBounded(sighting: PageSighting | null): void {
  for (const [name, limit] of Object.entries(limits) as [keyof PageSighting, number][]) {
    const value = sighting?.[name] ?? null;
    if (typeof value !== 'string') continue;
    expect(value.length).toBeLessThanOrEqual(limit);
    expect(value.isWellFormed()).toBe(true);
    expect(value).not.toMatch(unwanted);
  }
}

/** An alert whose text is as given, without a parser between. */
function alertWith(text: string, address = connectors) {
  const page = pageOf(address, '<main></main><div role="alert"></div>');
  const [alert] = Array.from((page.root as Document).querySelectorAll('[role="alert"]'));
  if (alert) alert.textContent = text;
  return page;
}

/** A chain of elements made on demand: a real parser would not even build such a page. */
function endless(make: (self: ViewElement) => Partial<ViewElement>): {
  readonly region: ViewElement;
  readonly touched: () => number;
} {
  let touched = 0;
  const node = (): ViewElement => {
    touched += 1;
    const self: ViewElement = {
      nodeType: 1,
      nodeValue: null,
      localName: 'div',
      firstChild: null,
      nextSibling: null,
      parentNode: null,
      matches: () => false,
      closest: () => null,
    };
    return Object.defineProperties(self, Object.getOwnPropertyDescriptors(make(self)));
  };
  const region = node();
  Object.defineProperty(region, 'firstChild', { get: node });
  return { region, touched: () => touched };
}

describe('a crafted page', () => {
  it('cannot make a sentence long', () => {
    const sighting = readPage(alertWith(reach + ' x'.repeat(5_000_000)), seenAt);
    expectBounded(sighting);
    expect(sighting?.sentence).toMatch(/^Couldn't reach the MCP server/);
  });

  it('cannot make the reading long with ten thousand alerts, and the newest still count', () => {
    const many = '<div role="alert"><p>Saved</p></div>'.repeat(10_000);
    expect(readingOf(connectors, many)).toBeNull();
    expect(readingOf(connectors, `${many}<div role="alert">${reach}</div>`)?.sentence).toBe(reach);
    expect(readingOf(connectors, `<div role="alert">${reach}</div>${many}`)?.sentence).toBe(reach);
  });

  it.each([
    [
      'wide',
      (self: ViewElement) => ({
        get nextSibling() {
          return self;
        },
      }),
    ],
    [
      'deep',
      (self: ViewElement) => ({
        get firstChild() {
          return self;
        },
      }),
    ],
  ] as const)('cannot make it endless by being %s', (_, make) => {
    const { region } = endless(make);
    expect(textLines(region, { nodes: 1_000, characters: 1_000 })).toEqual([]);
  });

  it('cannot disguise text by its direction, or hide marks in it', () => {
    const sighting = readPage(alertWith(`\u202e${reach}\u2066 \u0007evil\u200b\ud800`), seenAt);
    expectBounded(sighting);
    expect(sighting?.sentence).toBe(`${reach} evil\ufffd`);
  });

  it('cannot smuggle markup: it stays text', () => {
    const text = `${reach} <img src=x onerror=alert(1)><script>alert(1)</script>`;
    expect(readPage(alertWith(text), seenAt)?.sentence).toBe(text);
    expect(
      readingOf(connectors, `<div role="alert"><script>${reach}</script><style>${reach}</style></div>`),
    ).toBeNull();
  });

  it('cannot offer an address that is none of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      'https://claude.ai/mcp',
      'https://x.anthropic.com/mcp',
    ]) {
      expect(
        readingOf(connectors, `<main><p>${address}</p></main><div role="alert">${reach}</div>`)?.connectorUrl,
      ).toBeNull();
      expect(
        readingOf(`${connectors}?connectorUrl=${encodeURIComponent(address)}`, `<div role="alert">${reach}</div>`)
          ?.connectorUrl ?? 'https://',
      ).toMatch(/^https:/);
    }
  });

  it('yields bounded, well-formed text or nothing, whatever it says', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        reach,
        'ofid_0123456789abcdef',
        'Authorization with ',
        ' failed',
        '\u202e',
        '\ud83d',
        '\n',
        "Couldn't register with ",
        "'s sign-in service",
        'https://mcp.acme.dev/mcp',
      ),
      fc.string({ unit: 'binary', maxLength: 700 }),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (texts, stage, name) => {
          const address = `${connectors}?step=${encodeURIComponent(stage.toWellFormed())}error&connectorName=${encodeURIComponent(name.toWellFormed())}&connectorUrl=${encodeURIComponent(texts.join('').toWellFormed())}`;
          const sighting = readPage(alertWith(texts.join(''), address), seenAt);
          expectBounded(sighting);
          // What was read goes through a message and a store, and comes out as it was.
          expect(readSighting(JSON.parse(JSON.stringify(sighting)))).toEqual(sighting);
        },
      ),
    );
  });
});

describe('a sighting from a message', () => {
  it('is held to its bounds, whatever was sent', () => {
    const members = Object.fromEntries(Object.keys(limits).map((name) => [name, fc.anything()]));
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record(members)),
        fc.string({ unit: 'binary', maxLength: 3_000 }),
        (value, text) => {
          expectBounded(readSighting(value));
          const named = {
            page: connectors,
            sentence: text,
            connectorName: text,
            reference: text,
            connectorUrl: text,
            seenAt,
          };
          const sighting = readSighting(named);
          expect(sighting).not.toBeNull();
          expectBounded(sighting);
        },
      ),
    );
  });

  it('is none when it does not come from a page of Claude’s', () => {
    expect(readSighting({ page: 'https://evil.example/', sentence: reach, seenAt })).toBeNull();
    expect(readSighting({ page: connectors, sentence: reach })).toBeNull();
    expect(readSighting(null)).toBeNull();
  });
});

describe('text as one line', () => {
  it('is never longer than asked, and saying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 2, max: 120 }), (raw, limit) => {
        const text = plainText(raw, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(plainText(text, limit)).toBe(text);
      }),
    );
  });
});
