import { describe, expect, it } from 'vitest';
import { withholdable } from '../../../../lib/kernel/report.ts';
import { canBeJudgedAgain } from '../../../../lib/report/sharing/can-be-judged-again.ts';
import { withheldWords } from '../../../../lib/report/words/withheld-words.ts';
import { knownBlocker } from '../../../../lib/standards/blocking-extensions.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';
import { allButExchanges, planted, standsIn, without } from './planted.ts';

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

  it('what is known of an extension’s settings, which would name it', () => {
    const id = 'cjpalhdlnbpafiamejdnhcphjbkeiagm';
    const known = knownBlocker(id);
    const steps = `To keep ${known?.name ?? ''} and still use Claude: ${known?.steps.join(' ') ?? ''} Or switch it off.`;
    const groups = [[{ id, name: 'My blocker' }]];
    const report = sampleReport({
      subject: 'browser',
      evidence: {
        browser: { status: 'observed', value: {} },
        bisect: { status: 'observed', value: { outcome: { kind: 'culprits', groups } } },
      },
      findings: [
        sampleFinding({ code: 'client.extension-culprit', values: { steps }, fix: [{ kind: 'text', text: steps }] }),
      ],
    });
    const text = standsIn(without(report, 'extensions'));
    expect(
      [known?.name ?? '', 'power button', 'My blocker'].filter((each) => text.includes(each.toLowerCase())),
    ).toEqual([]);
    expect(text).toContain('or switch it off.');
  });

  it('what a server calls itself, and a host of one word in a sentence', () => {
    const introduced = { serverInfo: { name: 'Grumblewort Notes', title: 'Grumblewort', version: '1' } };
    const report = planted('https://grumblewort-7/mcp', {
      target: { url: 'https://grumblewort-7/mcp', host: 'grumblewort-7' },
      evidence: {
        typed: { status: 'observed', value: { kind: 'url', url: { hostname: 'grumblewort-7' } } },
        initialize: { status: 'observed', value: { reply: { result: introduced } } },
      },
      findings: [
        sampleFinding({
          code: 'url.private-host',
          values: { host: 'grumblewort-7' },
          title: 'grumblewort-7 is known only inside your own network',
          detail: 'GRUMBLEWORT NOTES says so.',
        }),
      ],
    });
    const prepared = without(report, 'host');
    expect(standsIn(prepared)).not.toContain('grumblewort');
    expect(prepared.findings[0]?.title).toBe(
      `${String(prepared.findings[0]?.values['host'])} is known only inside your own network`,
    );
    expect(prepared.findings[0]?.values['host']).toBe('withheld-1');
  });

  it('a command that was typed in place of an address', () => {
    const text = 'npx -y @grumblewort/notes-mcp --verbose';
    const report = sampleReport({
      target: null,
      evidence: { typed: { status: 'observed', value: { kind: 'invalid', text, url: null, problem: 'no host name' } } },
      findings: [
        sampleFinding({
          code: 'url.invalid',
          values: { text, problem: 'no host name' },
          detail: `“${text}” is no URL.`,
        }),
      ],
    });
    const prepared = without(report, 'host');
    expect(standsIn(prepared)).not.toContain('grumblewort');
    expect(prepared.findings[0]?.detail).toBe('“withheld” is no URL.');
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

describe('what a prepared report says of itself', () => {
  it('names what was left out in one line, and nothing where nothing was', () => {
    expect(withheldWords({})).toBeNull();
    expect(withheldWords({ withheld: ['tools', 'host'] })).toMatch(
      /^Left out of this report: the name of the server’s host, names of tools\. /,
    );
  });

  it('says what cannot be judged again', () => {
    expect(canBeJudgedAgain({})).toEqual({ kind: 'all' });
    expect(canBeJudgedAgain({ withheld: ['host', 'paths', 'addresses', 'extensions', 'system'] })).toEqual({
      kind: 'all',
    });
    expect(canBeJudgedAgain({ withheld: ['tools'] })).toMatchObject({ kind: 'but' });
    expect(canBeJudgedAgain({ withheld: ['tools', 'exchanges'] })).toEqual({ kind: 'never' });
  });
});
