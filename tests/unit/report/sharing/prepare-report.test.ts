import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipLiteral, isGloballyRoutable } from '../../../../lib/kernel/address.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import { withholdable, type Report, type Withheld } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import { asItIs, prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const allButExchanges = withholdable.filter((part) => part !== 'exchanges');

/** What stands in a report beside the note of the person who hands it on, and the documentation that findings name. */
function standsIn(report: Report): string {
  return JSON.stringify({
    ...report,
    note: null,
    findings: report.findings.map((each) => ({ ...each, sources: [] })),
  }).toLowerCase();
}

function without(report: Report, ...withhold: readonly Withheld[]): Report {
  return prepareReport(report, { withhold, note: null });
}

/** A report in which one text stands in every member that can hold one. */
function planted(text: string, members: Partial<Report> = {}): Report {
  const typed = { kind: 'url', text, url: { href: text } };
  return sampleReport({
    claude: { sentence: `Couldn’t reach ${text}.` },
    run: { status: 'complete', plans: ['walk'], consents: [text], missingOrigins: [text], durationMs: 1 },
    stop: { step: 3, name: 'the first request', claudeSays: [`It says “${text}”`] },
    findings: [
      sampleFinding({
        subject: { kind: 'connector', url: text },
        values: { text, n: 1 },
        title: `${text}: no`,
        detail: `At ${text}, nothing.`,
        fix: [{ kind: 'text', text: `Ask ${text}.` }],
      }),
    ],
    exchanges: [
      sampleResponse({
        url: text,
        headers: { location: text, 'set-cookie': `a=redacted; Domain=.${text}; Path=/` },
        body: JSON.stringify({ deep: JSON.stringify({ deeper: text }) }),
        redirects: [{ status: 301, from: text, to: text }],
      }),
    ],
    evidence: {
      typed: { status: 'observed', value: typed },
      listing: { status: 'observed', value: { [`${text}/claim`]: [text, { inner: text }] } },
    },
    readiness: { lines: [text] },
    redactions: [{ what: `2 × ${text}`, why: 'secret' }],
    tokenShapes: [{ mark: 'redacted-token-1', header: { typ: 'JWT' }, claims: [text, `${text}/roles`] }],
    ...members,
  });
}

const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  capitals: (text) => text.toUpperCase(),
  percent: (text) => encodeURIComponent(text).replace(/[.-]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  'percent, every character': percented,
  'percent twice': (text) => percented(text).replaceAll('%', '%25'),
  json: (text) => [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  html: (text) => [...text].map((one) => `&#${String(one.codePointAt(0) ?? 0)};`).join(''),
  'html, hexadecimal': (text) => [...text].map((one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join(''),
  base64: (text) => btoa(`xy${text}z`),
  base64url: (text) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  hexadecimal: (text) => [...text].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
  'behind an escape': (text) => `\\n${text}\\u0020%0A${text}%20`,
};

function percented(text: string): string {
  return [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
}

/** Everything that a text is once its escapes are read, however many layers there are, and what base64 and hexadecimal in it hold. */
function readingsOf(text: string): string {
  const unescaped = (each: string): string =>
    each
      .replace(/(?:%[\da-f]{2})+/gi, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      })
      .replace(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  let layers = text;
  let reading = text;
  for (let layer = 0; layer < 6; layer += 1) {
    reading = unescaped(reading);
    layers += `\n${reading}`;
  }
  const hidden = [...layers.matchAll(/[\w+/-]{12,}/g)].flatMap(([run]) =>
    [0, 1, 2, 3].map((skip) => fromBase64(run.slice(skip))),
  );
  const hexadecimal = [...layers.matchAll(/(?:[\da-f]{2}){6,}/gi)].map(([run]) =>
    (run.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''),
  );
  return [layers, ...hidden, ...hexadecimal].join('\n').toLowerCase();
}

function fromBase64(run: string): string {
  const plain = run.replaceAll('-', '+').replaceAll('_', '/');
  return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
}

const label = fc.stringMatching(/^[a-z][a-z0-9]{4,11}$/).map((text) => `q${text}7`);
const host = fc
  .tuple(fc.array(label, { minLength: 0, maxLength: 2 }), label, fc.constantFrom('com', 'dev', 'co.uk', 'io', 'com.au'))
  .map(([front, name, end]) => [...front, name, end].join('.'));
const encoding = fc.constantFrom(...Object.keys(encodings));

function encoded(name: string, text: string): string {
  return (encodings[name] ?? percented)(text);
}

describe('prepareReport', () => {
  it('changes nothing without being asked, and adds the note', () => {
    const report = sampleReport();
    expect(prepareReport(report, asItIs)).toEqual(report);
    expect(prepareReport(report, { withhold: [], note: 'Since Monday' })).toEqual({ ...report, note: 'Since Monday' });
  });

  it('leaves the note alone: it is their own', () => {
    const note = 'mcp.acme.dev fails, see https://mcp.acme.dev/mcp';
    expect(prepareReport(sampleReport(), { withhold: withholdable, note }).note).toBe(note);
  });

  it('leaves no host in any member, in any encoding', () => {
    fc.assert(
      fc.property(host, encoding, (name, how) => {
        const report = planted(encoded(how, name), { target: { url: `https://${name}/mcp`, host: name } });
        expect(readingsOf(standsIn(without(report, 'host'))).includes(name)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves no segment of a path in any member, in any encoding', () => {
    fc.assert(
      fc.property(label, encoding, (segment, how) => {
        const url = `https://mcp.acme.dev/${segment}/mcp`;
        const report = planted(`${url}?key=${encoded(how, segment)}`, { target: { url, host: 'mcp.acme.dev' } });
        expect(readingsOf(standsIn(without(report, 'paths'))).includes(segment)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no private address in any member, in any encoding, and puts one of its kind there', () => {
    const part = fc.integer({ min: 20, max: 250 }).map(String);
    const address = fc.oneof(
      fc.tuple(part, part, part).map((rest) => ['10', ...rest].join('.')),
      fc.tuple(part, part).map((rest) => ['192.168', ...rest].join('.')),
      fc.tuple(part, part).map((rest) => ['100.100', ...rest].join('.')),
    );
    fc.assert(
      fc.property(address, encoding, (ip, how) => {
        const prepared = without(planted(`${ip} ${encoded(how, ip)}`), 'addresses');
        expect(readingsOf(standsIn(prepared)).includes(ip)).toBe(false);
        const [instead = ''] = prepared.run.missingOrigins[0]?.split(' ') ?? [];
        expect(ipLiteral(instead)).toBeDefined();
        expect(isGloballyRoutable(instead)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no name of a tool in any member, in any encoding', () => {
    fc.assert(
      fc.property(label, encoding, (word, how) => {
        const name = `${word}_${word}`;
        const tool = { name, title: `The ${word}`, description: `Does what ${word} does`, inputSchema: {} };
        const report = planted(encoded(how, name), { evidence: listing([tool]) });
        const text = readingsOf(standsIn(without(report, 'tools')));
        expect([text.includes(name), text.includes(`the ${word}`)]).toEqual([false, false]);
      }),
      { numRuns: 100 },
    );
  });

  it('never makes one host of two, and gives one host the same name everywhere', () => {
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 2, maxLength: 6 }), (names) => {
        const urls = names.flatMap((name) => [`https://${name}/`, `https://${name.toUpperCase()}/`]);
        const report = sampleReport({ run: { ...sampleReport().run, missingOrigins: urls } });
        const put = without(report, 'host').run.missingOrigins;
        expect(new Set(put).size).toBe(names.length);
        for (const [index] of names.entries()) expect(put[2 * index]).toBe(put[2 * index + 1]);
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing the second time, and what is valid stays valid', () => {
    const parts = fc.subarray([...withholdable], { minLength: 1 });
    fc.assert(
      fc.property(host, label, encoding, parts, (name, segment, how, withhold) => {
        const url = `https://${name}/${segment}`;
        const report = planted(`${url} ${encoded(how, url)}`, { target: { url, host: name } });
        const prepared = without(report, ...withhold);
        expect(without(prepared, ...withhold)).toEqual(prepared);
        const opened = decodeReport(encodeReport(prepared));
        expect(opened.ok ? opened.report : opened.problem).toEqual(prepared);
      }),
      { numRuns: 100 },
    );
  });
});

function listing(tools: readonly Json[]): Json {
  const pages = [{ reply: { kind: 'result', result: { tools } } }];
  return {
    typed: { status: 'observed', value: { kind: 'url', text: 'https://mcp.acme.dev/mcp' } },
    listing: { status: 'observed', value: { era: 'legacy', pages, tools, end: 'complete' } },
  };
}

describe('the names that stand in place of hosts', () => {
  const instead = (text: string, target = 'mcp.acme.dev'): string => {
    const report = planted(text, { target: { url: `https://${target}/mcp`, host: target } });
    return without(report, 'host').run.missingOrigins[0] ?? '';
  };

  it.each([
    ['https://mcp.acme.dev/mcp', 'https://mcp.withheld-1.alt/mcp'],
    ['https://a.b.acme.dev:8443/x', 'https://host-1.host-2.withheld-1.alt:8443/x'],
    ['https://MCP.Acme.DEV./mcp', 'https://mcp.withheld-1.alt./mcp'],
    ['*.acme.dev', '*.withheld-1.alt'],
    ['dev.acme.mcp', 'alt.withheld-1.mcp'],
    ['https://login.microsoftonline.com/common', 'https://login.microsoftonline.com/common'],
    ['https://claude.ai/api/mcp/auth_callback', 'https://claude.ai/api/mcp/auth_callback'],
    ['https://acme-prod.us.auth0.com/', 'https://withheld_2.us.auth0.com/'],
    ['http://localhost:3000/mcp', 'http://localhost:3000/mcp'],
    ['https://mcp.example.com/mcp', 'https://mcp.example.com/mcp'],
    ['http://nas.local/', 'http://host-1.local/'],
  ])('%s', (text, expected) => {
    expect(instead(text)).toBe(expected);
  });

  it('goes for a name in other letters, in both its forms', () => {
    const text = 'https://mcp.bücher-laden.de/ https://mcp.xn--bcher-laden-thb.de/';
    const report = planted(text, {
      target: { url: 'https://mcp.xn--bcher-laden-thb.de/', host: 'mcp.xn--bcher-laden-thb.de' },
    });
    expect(standsIn(without(report, 'host'))).not.toMatch(/bücher|bcher|b\\u00fccher/);
  });

  it('takes out the connector’s host even where everybody knows it', () => {
    expect(instead('https://gitlab.com/api/v4/mcp', 'gitlab.com')).toBe('https://withheld-1.alt/api/v4/mcp');
  });
});

describe('what else goes', () => {
  it('the environment, and what the browser calls itself', () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/155.0';
    const exchange = sampleResponse({
      requestHeaders: { 'user-agent': agent, 'accept-language': 'gsw-CH', 'sec-ch-ua-platform': '"Linux"' },
      variant: { era: 'legacy', userAgent: agent, origin: null },
      body: `You are ${agent}`,
    });
    const environment = { browser: 'Firefox 155', os: 'Linux 6.12', language: 'gsw-CH' };
    const prepared = without(sampleReport({ environment, exchanges: [exchange] }), 'system');
    expect(prepared.environment).toBeNull();
    expect(standsIn(prepared)).not.toMatch(/gecko|firefox|gsw|sec-ch/);
  });

  it('the list of extensions: names, ids and versions, not what they may do', () => {
    const id = 'cjpalhdlnbpafiamejdnhcphjbkeiagm';
    const suspect = {
      id,
      name: 'Shiny Blocker',
      version: '1.62.0',
      powers: ['block-requests'],
      known: null,
      canSwitch: true,
    };
    const report = sampleReport({
      subject: 'browser',
      evidence: {
        browser: { status: 'observed', value: {} },
        extensions: { status: 'observed', value: { enabled: 3, suspects: [suspect] } },
      },
      findings: [
        sampleFinding({
          code: 'client.extension-suspect',
          severity: 'note',
          values: { count: 1, name: 'Shiny Blocker', list: '\n• Shiny Blocker 1.62.0: it may block requests' },
          title: 'Shiny Blocker may touch Claude’s page',
          detail: 'It is switched on.\n• Shiny Blocker 1.62.0: it may block requests',
        }),
      ],
    });
    const prepared = without(report, 'extensions');
    expect(standsIn(prepared)).not.toMatch(/shiny|blocker|1\.62|cjpalh/);
    expect(prepared.findings[0]?.title).toBe('Extension 1 may touch Claude’s page');
    expect(standsIn(prepared)).toContain('block-requests');
  });

  it('requests, answers and the evidence, while findings keep their words', () => {
    const report = planted('https://mcp.acme.dev/mcp');
    const prepared = without(report, 'exchanges');
    expect(prepared).toMatchObject({ exchanges: [], evidence: {}, withheld: ['exchanges'] });
    expect(prepared.findings.map(({ title, evidence }) => ({ title, evidence }))).toEqual(
      report.findings.map(({ title }) => ({ title, evidence: [] })),
    );
  });

  it('what was left out before stays out', () => {
    const first = without(sampleReport(), 'host');
    expect(without(first, 'system')).toMatchObject({ withheld: ['host', 'system'], target: first.target });
  });

  it('numbers alike with and without the exchanges', () => {
    const report = planted('https://api.other-company.com/x');
    const whole = without(report, ...allButExchanges);
    expect(without(report, ...withholdable).findings.map(({ title }) => title)).toEqual(
      whole.findings.map(({ title }) => title),
    );
  });
});
