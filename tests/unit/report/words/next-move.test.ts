import { describe, expect, it } from 'vitest';
import { readersInOrder } from '../../../../components/guide/readers-in-order.ts';
import { browserCodeDefinitions } from '../../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../../lib/checks/catalog.ts';
import { guideIds } from '../../../../lib/guides/guide-id.ts';
import { guides } from '../../../../lib/guides/catalog.ts';
import { guidesForCode } from '../../../../lib/help/guide-steps.ts';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak, spokenLanguage } from '../../../../lib/i18n/say.ts';
import { wordedFinding } from '../../../../lib/i18n/worded-finding.ts';
import { noAnswers } from '../../../../lib/kernel/account.ts';
import type { CodeDefinition } from '../../../../lib/kernel/check.ts';
import { findingCodes, type FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../../../lib/kernel/report.ts';
import { fixWords } from '../../../../lib/report/words/finding-words.ts';
import { guidesOf, guideWords } from '../../../../lib/report/words/guide-words.ts';
import { nextMove } from '../../../../lib/report/words/next-move.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { readerOf, whoWords } from '../../../../lib/report/words/who-words.ts';
import { sampleReport } from '../sample-report.ts';

const readers = ['user', 'owner', 'author'] as const;

/** Every code with its own words, as a finding has them; the ones of a look at the browser beside those of a connector. */
const everything: readonly WordedFinding[] = [
  ...findingCodes.map((code) => finding(code, codeDefinitions[code])),
  ...Object.entries(browserCodeDefinitions).map(([code, definition]) =>
    finding(code as FindingCode, definition, 'browser'),
  ),
];

function finding(
  code: FindingCode,
  definition: CodeDefinition = codeDefinitions[code],
  kind: 'connector' | 'browser' | 'account' = /^(?:account|claude)\./.test(code) ? 'account' : 'connector',
): WordedFinding {
  const { severity, confidence, step } = definition;
  const bare = { id: code, code, subject: { kind }, severity, confidence, step, values: {}, evidence: [] };
  return wordedFinding(bare, definition, { vantage: 'extension', guides: guidesForCode(code) });
}

function reportWith(found: WordedFinding, more: Partial<Report> = {}): Report {
  return sampleReport({
    verdict: 'broken',
    findings: [found],
    primary: { id: found.id, code: found.code },
    stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t reach the MCP server'] },
    ...more,
  });
}

describe('whoever says that the server is theirs', () => {
  const found = finding('http.server-error');
  const report = reportWith(found);

  it('is told so in text, Markdown and next steps, and not sent to themselves', () => {
    expect(whoWords(found, report)).toMatch(/^Only the people who run /);
    expect(whoWords(found, report, 'author')).toBe('You can change this, as the server’s author.');
    expect(nextMove(found, report, 'author')).toEqual({ yours: true });
    const page = { color: false, width: 100 };
    expect(renderText(report, page)).toContain('Send them this report');
    expect(renderText(report, { ...page, reader: 'author' })).not.toContain('Send them this report');
    expect(renderText(report, { ...page, reader: 'author' })).toContain('as the server’s author');
    expect(renderMarkdown(report, { reader: 'author' })).toContain('You can change this, as the server’s author.');
    expect(renderMarkdown(report)).not.toContain('You can change this, as the server’s author.');
  });

  it('runs no sign-in service of somebody else, and may be an Owner as well', () => {
    const elsewhere = { ...found, subject: { kind: 'authorization-server', url: 'https://login.other.dev/' } } as const;
    expect(nextMove(elsewhere, report, 'author')).toMatchObject({ yours: false, who: 'author' });
    const owners = finding('account.owner-must-enable');
    expect(nextMove(owners, reportWith(owners), 'author').yours).toBe(false);
    const account = { ...noAnswers, plan: 'team', role: 'owner' } as const;
    expect(nextMove(owners, reportWith(owners, { account }), 'author').yours).toBe(true);
  });

  it('finds their own part of a guide first', () => {
    expect(readersInOrder(['user', 'owner', 'author'], true)).toEqual(['author', 'user', 'owner']);
    expect(readersInOrder(['user', 'author'], false)).toEqual(['user', 'author']);
    expect(readersInOrder(['user', 'owner'], true)).toEqual(['user', 'owner']);
  });
});

describe('whose move it is', () => {
  it.each(readers)('every code leaves the %s with a fix of their own, or with whom to ask and a message', (reader) => {
    for (const found of everything) {
      const report = reportWith(found);
      const move = nextMove(found, report, reader);
      expect(whoWords(found, report, reader), found.code).toMatch(/^(?:You|Only|An Owner|The people) /);
      if (move.yours) {
        expect(fixWords(found), found.code).not.toBe('');
        continue;
      }
      const { message } = move;
      expect(message, found.code).toMatch(/^Hello,\n\n\S/);
      expect(message, found.code).toContain(`(${found.code}, seen by Connector Doctor`);
      expect(message.split('\n').filter((each) => /^(?:What to change: \S|Please \S)/.test(each)).length).toBe(1);
      expect(message, found.code).not.toMatch(/undefined|\{|\}| {2}|\n\n\n/);
    }
  });

  it('goes to those who can change it', () => {
    const to = (code: FindingCode, reader: (typeof readers)[number] = 'user') => {
      const found = finding(code);
      const move = nextMove(found, reportWith(found), reader);
      return move.yours ? 'yours' : move.who;
    };
    expect(to('http.waf-block')).toBe('author');
    expect(to('http.waf-block', 'author')).toBe('yours');
    expect(to('account.owner-must-enable')).toBe('owner');
    expect(to('account.owner-must-enable', 'owner')).toBe('yours');
    expect(to('account.owner-must-enable', 'author')).toBe('owner');
    expect(to('account.identity-provider-policy')).toBe('identity-provider');
    expect(to('client.network-filter')).toBe('network');
    expect(to('claude.zero-requests', 'author')).toBe('anthropic');
    expect(to('account.free-custom-limit')).toBe('yours');
    expect(to('client.service-incident')).toBe('yours');
    expect(to('auth.open')).toBe('yours');
  });

  it('is told by the report: whose server it is, and the role', () => {
    const found = finding('account.owner-must-enable');
    const owned = reportWith(found, { account: { ...noAnswers, plan: 'team', role: 'owner' } });
    expect(readerOf(owned)).toBe('owner');
    expect(nextMove(found, owned)).toEqual({ yours: true });
    expect(whoWords(found, owned)).toBe('You can change this, as an Owner of the organization.');
    expect(readerOf(reportWith(found))).toBe('user');
    const local = { typed: { status: 'observed', value: { kind: 'url', text: 'http://localhost/mcp', local: true } } };
    expect(readerOf(reportWith(found, { evidence: local }))).toBe('author');
  });
});

describe('the message', () => {
  const message = (code: FindingCode, more: Partial<Report> = {}, reader: (typeof readers)[number] = 'user') => {
    const found = finding(code);
    const move = nextMove(found, reportWith(found, more), reader);
    return move.yours ? '' : move.message;
  };
  const claude = { sentence: 'Couldn’t reach the MCP server.', reference: 'ofid_d325aa51c0ffee51' };

  it('asks an Owner to add it, with the address and where', () => {
    expect(message('account.owner-must-enable')).toMatch(
      /connector https:\/\/mcp\.acme\.dev\/mcp in Claude[^]*Please add it in Organization settings > Connectors/,
    );
    expect(message('account.action-restricted')).toMatch(/Please look at this tool/);
  });

  it('tells those who run a firewall how Claude is known', () => {
    for (const code of ['http.waf-block', 'http.bot-challenge', 'net.reset'] as const)
      expect(message(code), code).toMatch(/160\.79\.104\.0\/21/);
  });

  it('gives Anthropic the reference, whatever the cause is', () => {
    expect(message('claude.zero-requests', { claude, primary: null, verdict: 'ready' })).toMatch(
      /Claude shows: “Couldn’t reach the MCP server\.”[^]*Claude’s reference: ofid_d325aa51c0ffee51/,
    );
  });

  it('names no connector where a browser was looked at', () => {
    const seen = finding('client.claude-unreachable', browserCodeDefinitions['client.claude-unreachable'], 'browser');
    const said = ([{ ...seen }, { ...seen, who: 'anthropic' as const }] as const).map((found) => {
      const move = nextMove(found, reportWith(found, { subject: 'browser' }), 'user');
      return move.yours ? '' : move.message;
    });
    expect(said[0]).toMatch(/^Hello,\n\nI use Claude \(claude\.ai\) from our network/);
    expect(said[1]).toMatch(/^Hello,\n\nSomething in Claude does not work for me/);
  });

  it('is there in English as well for people who may be anywhere, and not for the reader’s own', () => {
    const englishOf = (code: FindingCode): string | null => {
      const found = finding(code);
      const move = nextMove(found, reportWith(found), 'user');
      return move.yours ? null : move.english;
    };
    const plain = message('http.waf-block');
    expect(englishOf('http.waf-block')).toBeNull();
    speak(german);
    try {
      expect(englishOf('http.waf-block')).toBe(plain);
      expect(englishOf('claude.zero-requests')).toMatch(/^Hello,/);
      expect(englishOf('account.owner-must-enable')).toBeNull();
      expect(spokenLanguage()).toBe('de');
    } finally {
      speak(null);
    }
  });

  it('is written in the reader’s language', () => {
    speak(german);
    try {
      expect(message('account.owner-must-enable')).toMatch(/^Guten Tag,/);
      expect(message('http.waf-block')).not.toMatch(/\b(?:Please|What to change|Hello)\b/);
    } finally {
      speak(null);
    }
  });
});

describe('the guides of a finding', () => {
  it('stand in its fixes, each that lists the code', () => {
    const listed = guideIds.flatMap((id) => guides[id].codes.map((code) => [id, code] as const));
    expect(listed.length).toBeGreaterThan(40);
    for (const [id, code] of listed) {
      expect(finding(code).fix).toContainEqual({ kind: 'guide', guide: id });
      expect(guidesOf(finding(code)).map((guide) => guide.id)).toContain(id);
    }
  });

  it('are named by title and id in the reports for people', () => {
    const found = finding('http.waf-block');
    const name = `“${guides.firewall.title}” (firewall)`;
    expect(guideWords(found)).toContain(name);
    const text = renderText(reportWith(found), { color: false, width: 200 });
    expect(text).toMatch(/^Guide +“/m);
    expect(text.replace(/\s+/g, ' ')).toContain(name);
    expect(renderMarkdown(reportWith(found))).toMatch(/\*\*Guide:\*\* “/);
  });

  it('are left out where this version does not know them', () => {
    expect(guidesOf({ fix: [{ kind: 'guide', guide: 'of-a-later-version' }] })).toEqual([]);
    expect(guideWords({ fix: [{ kind: 'text', text: 'Do it.' }] })).toBe('');
  });
});
