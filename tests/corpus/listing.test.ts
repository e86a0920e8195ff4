import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { neverAnswer, redirect, respond, respondHtml, routes, type Handler } from '../../clinic/http-call.ts';
import { judgeAgain } from '../../lib/judge-again.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { emptyDraft, type ListingDraft } from '../../lib/kernel/listing.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { readiness, type Readiness } from '../../lib/preview/readiness/readiness.ts';
import { readinessMarkdown } from '../../lib/preview/readiness/readiness-markdown.ts';
import { toldListing } from '../../lib/preview/readiness/told-listing.ts';
import { decodeReport } from '../../lib/report/data/codec.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { listTools } from '../real-tools/list-tools.ts';
import { realServers } from '../real-tools/servers.ts';
import type { CaseFlags } from '../support/corpus-case.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { diagnoseOn } from '../support/run-case.ts';

const host = 'mcp.acme.dev';
const url = `https://${host}/mcp`;
const site = 'www.acme.dev';
const elsewhere = 'policies.other.dev';

let authority: Authority;
beforeAll(async () => {
  authority = await createAuthority();
});

async function onRig<T>(deed: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await createRig(authority);
  try {
    return await deed(rig);
  } finally {
    await rig.close();
  }
}

const words = 'We keep your data, show it to nobody else, and delete it when you ask for it. '.repeat(3);
const readable: Handler = respondHtml(200, `<!doctype html><title>Privacy</title><p>${words}</p>`);

function told(members: Partial<ListingDraft> = {}): ListingDraft {
  return { ...emptyDraft, name: 'Acme Notes', ...members };
}

/** A healthy connector with a listing that names a page as its privacy policy. */
async function withPage(
  rig: Rig,
  page: Handler | null,
  {
    path = '/privacy',
    address = `https://${site}${path}`,
    flags = {},
  }: { path?: string; address?: string; flags?: CaseFlags } = {},
): Promise<Report> {
  await rig.host(host, routes({ '/mcp': rig.mcp() }));
  if (page !== null) {
    const others = { '/': readable, '/login': respondHtml(200, `<p>${words}</p>`), '/moved': readable };
    await rig.host(site, routes({ ...others, [path]: page }));
    await rig.host(elsewhere, readable);
  }
  return diagnoseOn(rig, url, flags, { listing: told({ privacyPolicyUrl: address }) });
}

function row(report: Report, id: string): Readiness['rows'][number] | undefined {
  const listing = toldListing(report);
  if (listing === null) throw new Error('no listing');
  return readiness(report, listing).rows.find((each) => each.id === id);
}

const ofListing = (report: Report): readonly FindingCode[] =>
  report.findings.map(({ code }) => code).filter((code) => code.startsWith('listing.'));

describe('a page that a listing names', () => {
  it.concurrent.each<readonly [string, Handler | null, string, string]>([
    ['that answers', readable, 'met', ''],
    ['that has moved', redirect(301, '/moved'), 'met', ''],
    ['that is plain text', respond(200, { 'content-type': 'text/plain' }, words), 'met', ''],
    ['that is gone', respondHtml(404, '<p>not here</p>'), 'unmet', 'status'],
    ['that fails', respondHtml(500, '<p>oh</p>'), 'unmet', 'status'],
    ['behind a login', redirect(302, '/login?next=/privacy'), 'unmet', 'login'],
    ['that is a login', respondHtml(200, '<form method=post><input type=password></form>'), 'unmet', 'login'],
    ['that wants credentials', respond(401, { 'www-authenticate': 'Basic' }), 'unmet', 'login'],
    ['that is empty', respondHtml(200, '<!doctype html><title>Privacy</title>'), 'unmet', 'empty'],
    ['of which nothing comes', respond(200, { 'content-type': 'text/html' }), 'unmet', 'empty'],
    ['that leads around in a circle', redirect(302, '/privacy'), 'unmet', 'loop'],
    ['that leads to a private address', redirect(302, 'https://10.0.0.7/privacy'), 'unmet', 'private'],
    ['that a script draws', respondHtml(200, '<div id=root></div><script src=/app.js></script>'), 'confirm', ''],
    ['that says that nothing is there', respondHtml(200, `<h1>Page not found</h1><p>${words}</p>`), 'confirm', ''],
    ['that leads to the home page', redirect(302, '/'), 'confirm', ''],
    ['that leads to another site', redirect(302, `https://${elsewhere}/`), 'confirm', ''],
    ['that is an error as JSON', respond(200, { 'content-type': 'application/json' }, '{"error":"no"}'), 'confirm', ''],
    [
      'that speaks of something else',
      respondHtml(200, `<p>${'Bread is made of flour. '.repeat(20)}</p>`),
      'confirm',
      '',
    ],
    ['that turns programs away', respondHtml(403, '<p>Are you human?</p>'), 'confirm', ''],
    ['that nobody has put up', null, 'unmet', 'unreached'],
  ])('%s', async (_what, page, state, fault) => {
    await onRig(async (rig) => {
      if (page === null) await rig.dead(site);
      const report = await withPage(rig, page);
      expect(row(report, 'privacy')?.state).toBe(state);
      const finding = report.findings.find(({ code }) => code === 'listing.requirement-unmet');
      expect(finding?.values['fault'] ?? '').toBe(fault);
      expect(finding?.values['row'] ?? 'privacy').toBe('privacy');
      // The connector itself is as well as it was, and what is said is said again of the saved report.
      expect(report.verdict).toBe('ready');
      const decoded = decodeReport(encodeReport(report));
      if (!decoded.ok) throw new Error(decoded.problem);
      const again = judgeAgain(decoded.report, new Date(0));
      expect(again.findings).toEqual(report.findings);
      expect(again.readiness).toEqual(report.readiness);
    });
  });

  it.each([
    ['http', 'http://www.acme.dev/privacy', 'plain'],
    ['a private address', 'https://192.168.1.4/privacy', 'private'],
    ['this machine', 'https://localhost/privacy', 'private'],
    ['nothing', 'our policy', 'text'],
  ])('is not asked where its address is of %s', async (_what, address, fault) => {
    await onRig(async (rig) => {
      const trap = await rig.trap(site);
      const report = await withPage(rig, null, { address });
      expect(report.findings.find(({ code }) => code === 'listing.requirement-unmet')?.values['fault']).toBe(fault);
      expect(trap.connections).toBe(0);
      expect(report.exchanges.filter((each) => each.url === address)).toEqual([]);
    });
  });

  it('with a certificate that nobody knows', async () => {
    const stranger = await createAuthority();
    await onRig(async (rig) => {
      const other = await createRig(stranger);
      try {
        await rig.host(host, routes({ '/mcp': rig.mcp() }));
        await other.host(site, routes({ '/privacy': readable }));
        const both = { ...rig, connectTo: [...rig.connectTo, ...other.connectTo] };
        const listing = told({ privacyPolicyUrl: `https://${site}/privacy` });
        const report = await diagnoseOn(both, url, {}, { listing });
        expect(row(report, 'privacy')).toMatchObject({ state: 'unmet', codes: ['listing.requirement-unmet'] });
        expect(row(report, 'privacy')?.why).toContain('its certificate is not accepted');
      } finally {
        await other.close();
      }
    });
  });

  it('is asked once, without what is meant for the connector', async () => {
    await onRig(async (rig) => {
      const flags = { headers: () => ({ authorization: `Bearer ${rig.secrets.own}`, 'x-team': 'acme-team' }) };
      await withPage(rig, readable, { flags });
      const asked = rig.log.requests.filter((request) => request.host === site);
      expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /privacy']);
      expect(JSON.stringify(asked)).not.toMatch(/acme-team|planted-own/);
    });
  });

  it('does not hold a run that it lets wait', async () => {
    await onRig(async (rig) => {
      const report = await withPage(rig, neverAnswer, { flags: { stepTimeoutMs: 400 } });
      expect(report.run.status).toBe('complete');
      expect(row(report, 'privacy')?.why).toContain('no answer comes in time');
    });
  });

  it('is left alone by a quick look, which judges the rest', async () => {
    await onRig(async (rig) => {
      const report = await withPage(rig, readable, { flags: { quick: true } });
      expect(rig.log.requests.filter((request) => request.host === site)).toEqual([]);
      expect(row(report, 'privacy')).toMatchObject({ state: 'confirm', why: 'Nobody has looked at the page yet.' });
      expect(row(report, 'name')?.state).toBe('met');
    });
  });
});

describe('a report', () => {
  it('says nothing of a listing that nobody told of', async () => {
    await onRig(async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      const report = await diagnoseOn(rig, url, {});
      expect(report.readiness).toBeNull();
      const codes = [...report.passed, ...report.skipped.map(({ code }) => code), ...ofListing(report)];
      expect(codes.filter((code) => code.startsWith('listing.'))).toEqual([]);
    });
  });

  it('keeps an e-mail address out, and knows it for one', async () => {
    await onRig(async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      const report = await diagnoseOn(rig, url, {}, { listing: told({ supportContact: 'sam.doe@acme.dev' }) });
      expect(encodeReport(report)).not.toContain('sam.doe');
      expect(row(report, 'support')?.state).toBe('met');
    });
  });

  it('is no worse as a connector for a description that is not safe', async () => {
    await onRig(async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp() }));
      const listing = told({ description: 'Notes <script>alert(1)</script>' });
      const report = await diagnoseOn(rig, url, {}, { listing });
      expect(ofListing(report)).toEqual(['listing.markdown-unsafe']);
      expect(report.verdict).toBe('ready');
      const markdown = readinessMarkdown(readiness(report, { links: [], draft: listing }), {
        report,
        draft: listing,
      });
      expect(markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)<script/);
    });
  });
});

/** What of the tools of servers that people use is not met, or is left to their authors; all else is met. */
const expected = {
  '@antv/mcp-server-chart': ['tool-hints: confirm'],
  '@modelcontextprotocol/server-everything': [],
  '@modelcontextprotocol/server-filesystem': ['tool-hints: confirm'],
  '@modelcontextprotocol/server-github': ['tool-titles: unmet', 'tool-hints: unmet', 'read-write-split: confirm'],
  '@modelcontextprotocol/server-memory': [],
  '@notionhq/notion-mcp-server': ['tool-hints: confirm'],
  '@playwright/mcp': [],
  'chrome-devtools-mcp': ['tool-titles: unmet', 'tool-hints: confirm'],
} as const;

describe('the tools of real servers', () => {
  it.each(Object.entries(expected))('%s', async (name, states) => {
    const server = realServers.find((each) => each.package === name);
    if (!server) throw new Error(`${name} is not among them`);
    const tools = await listTools(server);
    await onRig(async (rig) => {
      await rig.host(host, routes({ '/mcp': rig.mcp({ tools: tools as never }) }));
      const report = await diagnoseOn(rig, url, {}, { listing: told() });
      const rows = readiness(report, toldListing(report) ?? { draft: told(), links: [] }).rows;
      const seen = rows
        .filter(({ group, state }) => group === 'tools' && state !== 'met')
        .map(({ id, state }) => `${id}: ${state}`);
      expect(seen).toEqual(states);
      for (const each of rows.filter(({ state }) => state === 'unmet')) expect(each.codes.length).toBeGreaterThan(0);
    });
  });
});
