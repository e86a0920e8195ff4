import { describe, expect, it } from 'vitest';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../../lib/i18n/say.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { findsNothing, handOffs, letterTo } from '../../../../lib/report/handoff/hand-offs.ts';
import { unknowableWords } from '../../../../lib/report/handoff/about-connector.ts';
import { letterOf, mailLink } from '../../../../lib/report/handoff/letter.ts';
import { ownerMessage } from '../../../../lib/report/handoff/owner-message.ts';
import { supportSummary } from '../../../../lib/report/handoff/support-summary.ts';
import { withTold } from '../../../../lib/report/handoff/told-more.ts';
import { prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { vendorMail } from '../../../../lib/report/handoff/vendor-mail.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const shown = {
  sentence: 'Couldn’t reach the MCP server. … share this reference with support: "ofid_d325aa51c0ffee51"',
  stage: 'start_error',
  oauthError: null,
  reference: 'ofid_d325aa51c0ffee51',
  surface: 'web',
  seenAt: '2026-11-20T09:12:33.000Z',
};

const wall = sampleFinding({ evidence: ['e1'] });
const untitled = sampleFinding({
  id: 'b',
  code: 'tools.title-missing',
  severity: 'problem',
  title: 'A tool has no title',
});
const hint = sampleFinding({ id: 'c', code: 'tools.hint-missing', severity: 'note', title: 'A note' });
const broken = sampleReport({
  vantage: 'extension',
  verdict: 'broken',
  claude: shown,
  account: { plan: 'team', role: 'member', goal: 'add-custom' },
  primary: { id: wall.id, code: wall.code },
  findings: [wall, untitled, hint],
  exchanges: [sampleResponse()],
});
const well = { ...broken, verdict: 'ready' as const, primary: null, findings: [] };
const pro = { plan: 'pro' as const, role: 'alone' as const };

function cause(
  code: 'account.owner-must-enable' | 'account.action-restricted' | 'account.identity-provider-policy',
  who: 'owner' | 'network',
): Report {
  return { ...well, claude: null, findings: [sampleFinding({ code, who, step: 0, severity: 'blocker' })] };
}

describe('a mail to those who run the connector', () => {
  it('says what keeps Claude from it, what was seen, what to change, how to see it, and what else was found', () => {
    const { subject, body } = vendorMail(broken);
    expect(subject).toBe(
      'Your connector for Claude at mcp.acme.dev: A firewall refuses the request before it reaches the server',
    );
    expect(body).toContain('- POST https://mcp.acme.dev/mcp → 403 text/html');
    expect(body).toContain('What to change: Allow 160.79.104.0/21 in the firewall.');
    expect(body).toMatch(/To see it yourselves:\ncurl [^]*\nconnector-doctor check https:\/\/mcp\.acme\.dev\/mcp\n/);
    expect(body).toContain('- https://github.com/anthropics/claude-ai-mcp/issues/49');
    expect(body).toContain('- A tool has no title. ');
    expect(body).not.toContain('A note');
  });

  it('tells neither the person’s plan nor the reference, which only Anthropic can trace', () => {
    expect(vendorMail(broken).body).not.toMatch(/team|member|ofid_d325/i);
  });

  it('calls a stand-in one, and shows no command that cannot work', () => {
    const prepared = prepareReport(broken, { withhold: ['host', 'paths'], note: null });
    for (const letter of [vendorMail(prepared), letterTo('support', { ...prepared, primary: null }).own]) {
      expect(letter.body).not.toMatch(/curl |connector-doctor check/);
      const names = letter.body.match(/[\w.-]+\.alt(?=[/ ])/g) ?? [];
      if (names.length > 0) expect(letter.body).toMatch(/stand[s]? for (?:a name|names) that (?:was|were) left out/);
    }
    expect(vendorMail(prepared).body).toContain('mcp.withheld-1.alt stands for a name that was left out');
    expect(unknowableWords(prepared)).toContain('put the host names back');
    expect(unknowableWords(broken)).toBeNull();
  });

  it('says what Claude usually shows where nobody saw it, and who writes', () => {
    const stop = { step: 7 as const, name: 'x', claudeSays: ['Couldn’t register with <name>’s sign-in service.'] };
    const { body } = vendorMail({ ...broken, claude: null, stop });
    expect(body).toContain('Claude then usually shows: “Couldn’t register with mcp.acme.dev’s sign-in service.”');
    expect(body).toMatch(/Hello,\n\nI would like to use your connector[^]*When it is changed, please tell me/);
  });

  it('asks for the log of that time where nothing wrong was seen', () => {
    const { body } = vendorMail(well);
    expect(body).toMatch(/found nothing wrong at your server[^]*160\.79\.104\.0\/21 at about 2026-11-20 09:12 UTC/);
  });

  it('is in English first, and in the reader’s language by choice', () => {
    const before = speak(german);
    try {
      const { own, english } = letterTo('vendor', broken);
      expect([own.body.slice(0, 10), english?.body.slice(0, 6)]).toEqual([
        expect.not.stringContaining('Hello'),
        'Hello,',
      ]);
      expect(letterTo('owner', broken).english).toBeNull();
    } finally {
      speak(before);
    }
  });
});

describe('a message to an Owner', () => {
  it('says what to do and where, with the day of the fact, and no word of the protocol', () => {
    const { body } = ownerMessage(cause('account.owner-must-enable', 'owner'));
    expect(body).toContain('the connector https://mcp.acme.dev/mcp in Claude, and only an Owner');
    expect(body).toMatch(
      /1\. Open Organization settings > Connectors\. \(https:\/\/claude\.ai\/admin-settings\/connectors\)/,
    );
    expect(body).toContain('(As Claude’s help pages said on 1 Sept 2026.)');
    expect(body).not.toMatch(/OAuth|MCP\b|token|HTTP\b|DNS|TLS|metadata/);
  });

  it('holds the way alone that was wished for', () => {
    const bodies = ([null, 'add-custom', 'connect-directory'] as const).map((goal) => {
      const report = cause('account.owner-must-enable', 'owner');
      return ownerMessage({ ...report, account: { ...report.account, goal } }).body;
    });
    expect(bodies.map((body) => /\n5\. /.test(body))).toEqual([true, false, false]);
    expect(new Set(bodies).size).toBe(3);
  });

  it('asks to look at a tool where that is the cause', () => {
    expect(ownerMessage(cause('account.action-restricted', 'owner')).body).toMatch(
      /a tool of the connector[^]*“Always allow”/,
    );
  });

  it('asks for support in the place of a member of a Team, with everything that support needs', () => {
    const { body } = ownerMessage(well);
    expect(body).toMatch(/“Get help”[^]*Reference: ofid_d325aa51c0ffee51/);
  });
});

describe('a summary for Claude’s support', () => {
  it('holds sentence, reference, time with zone, surface, plan, address, what was fine and what points to Claude’s side', () => {
    const { subject, body } = supportSummary({ ...well, account: { ...broken.account, serverLog: 'nothing' } });
    expect(subject).toBe('The connector mcp.acme.dev does not work in Claude');
    for (const row of [
      'Claude shows: “Couldn’t reach the MCP server.',
      'Reference: ofid_d325aa51c0ffee51',
      'When: 2026-11-20 09:12 UTC',
      'Where: claude.ai',
      'Plan: Team, Member',
      'Address of the server: https://mcp.acme.dev/mcp',
      '- Nothing wrong was seen at the server.',
      '- The server’s log shows no request from Claude at that time.',
    ]) {
      expect(body).toContain(row);
    }
    expect(body).toMatch(/Found fine: .*the handshake/);
  });

  it('asks for nothing that was not told', () => {
    expect(supportSummary({ ...well, claude: null, account: null }).body).not.toMatch(/Reference|When:|Plan/);
  });
});

describe('to whom a report can be handed on', () => {
  const to = (report: Report, reader?: 'user' | 'owner' | 'author'): readonly string[] =>
    handOffs(report, reader).map((each) => `${each.to}${each.fits ? '!' : ''}`);

  it('whoever can change the cause comes first', () => {
    expect(to({ ...broken, account: pro })).toEqual(['vendor!', 'support', 'tracker']);
    expect(to(cause('account.owner-must-enable', 'owner'))).toEqual(['owner!']);
    expect(to(cause('account.identity-provider-policy', 'network'))).toEqual(['identity-provider!']);
    expect(to({ ...well, account: pro })).toEqual(['support!', 'vendor', 'tracker']);
    expect(to(well)).toEqual(['owner!', 'vendor', 'tracker']);
  });

  it.each(['account.owner-must-enable', 'account.action-restricted'] as const)(
    'an Owner is the only one for what only an Owner can do, however mildly it is put: %s',
    (code) => {
      const mild = sampleFinding({ code, who: 'owner', step: null, severity: 'warning', confidence: 'certain' });
      for (const plan of ['team', 'enterprise'] as const) {
        const report: Report = { ...well, claude: null, findings: [mild], account: { plan, role: 'member' } };
        expect(to(report)).toEqual(['owner!']);
        expect(to({ ...report, claude: shown })).toEqual(['owner!']);
        expect(letterTo('owner', report).own.subject).not.toContain('support');
        // An Owner does it alone.
        expect(to({ ...report, account: { plan, role: 'owner' } })).not.toContain('owner!');
      }
    },
  );

  it('nobody is the right one where nothing wrong was found, until it is told what Claude shows', () => {
    const fine: Report = { ...well, claude: null, account: pro };
    expect([findsNothing(fine), to(fine)]).toEqual([true, ['vendor', 'support', 'tracker']]);
    const told = withTold(fine, { 'error-details': 'Couldn’t connect. Bearer abcdefgh12345678ijkl ofid_abc12345' });
    expect([findsNothing(told), to(told)[0]]).toEqual([false, 'support!']);
    expect(JSON.stringify(told)).not.toContain('abcdefgh12345678');
    expect(findsNothing(broken)).toBe(false);
  });

  it('the tracker is told apart where Anthropic can change nothing', () => {
    const cannot = (report: Report): boolean => handOffs(report).some((offer) => offer.cannotChange);
    expect(cannot({ ...broken, account: pro })).toBe(true);
    expect(cannot({ ...broken, account: pro, findings: [{ ...wall, confidence: 'possible' }] })).toBe(false);
    expect(cannot({ ...well, account: pro })).toBe(false);
  });

  it('what an Owner may have to do gives way to what Claude showed', () => {
    const guess = sampleFinding({
      ...{ code: 'account.owner-must-enable', who: 'owner', step: null, severity: 'warning', confidence: 'possible' },
    });
    const report: Report = { ...well, findings: [guess], account: pro };
    expect(to(report)[0]).toBe('support!');
    expect(to({ ...report, claude: null })).toEqual(['owner!']);
  });

  it('those who run the server write to the tracker, not to themselves', () => {
    expect(to({ ...broken, account: pro }, 'author')).toEqual(['tracker', 'support']);
    expect(to({ ...well, account: pro }, 'author')).toEqual(['tracker!', 'support']);
  });

  it('what the reader can change alone goes to nobody but support', () => {
    const own = { ...broken, account: pro, findings: [{ ...wall, who: 'you' as const }] };
    expect(to(own)).toEqual(['support']);
    const plan = sampleFinding({ code: 'account.free-custom-limit', who: 'you', step: 0 });
    expect(to({ ...well, findings: [plan] })).toEqual([]);
  });

  it('a look at this browser goes to the network, to makers of an extension, or to support', () => {
    const look = (members: Partial<Parameters<typeof sampleFinding>[0]>, report: Partial<Report> = {}): Report => {
      const finding = sampleFinding({ subject: { kind: 'browser' }, step: null, ...members });
      const primary = { id: finding.id, code: finding.code };
      return {
        ...well,
        account: pro,
        subject: 'browser',
        target: null,
        verdict: 'broken',
        primary,
        findings: [finding],
        ...report,
      };
    };
    expect(to(look({ code: 'client.claude-unreachable', who: 'network' }))).toEqual(['network!']);
    expect(to(look({ code: 'client.extension-culprit', who: 'you' }))).toEqual(['extension!', 'support']);
    expect(to(look({ code: 'client.extension-culprit', who: 'you' }, { withheld: ['extensions'] }))).toEqual([
      'support',
    ]);
    expect(to(look({ code: 'client.service-incident', who: 'anthropic' }))).toEqual([]);
    expect(letterTo('network', look({ code: 'client.claude-unreachable', who: 'network' })).own.body).toContain(
      'from our network',
    );
    expect(letterTo('extension', look({ code: 'client.extension-culprit', who: 'you' })).own.body).toContain(
      'With your extension',
    );
  });

  it('a bundle goes to its makers, unless they read it', () => {
    const finding = sampleFinding({ code: 'bundle.manifest-invalid', subject: { kind: 'bundle' } });
    const bundle = { ...well, subject: 'bundle' as const, target: { file: 'acme.mcpb' }, findings: [finding] };
    expect([to(bundle), to(bundle, 'author')]).toEqual([['maker!'], []]);
    expect(letterTo('maker', bundle).own).toMatchObject({ subject: 'Your bundle for Claude: acme.mcpb' });
  });
});

describe('the link to the mail program', () => {
  it('names nobody, and has line breaks as mails have them', () => {
    expect(mailLink({ subject: 'A & B', body: 'a\nb +1\n' })).toEqual({
      href: 'mailto:?subject=A%20%26%20B&body=a%0D%0Ab%20%2B1%0D%0A',
      left: null,
    });
  });

  it('carries the subject alone where the letter is too long', () => {
    const letter = letterOf('Long', [['ä'.repeat(400)]]);
    expect(mailLink(letter)).toEqual({ href: 'mailto:?subject=Long', left: letter.body });
  });
});
