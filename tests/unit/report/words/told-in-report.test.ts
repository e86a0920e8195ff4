import { describe, expect, it } from 'vitest';
import { reportOfParts } from '../../../../lib/doctor.ts';
import { judgeAgain } from '../../../../lib/judge-again.ts';
import { noAnswers, type AccountAnswers } from '../../../../lib/kernel/account.ts';
import type { Observation } from '../../../../lib/kernel/observation.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { checkReport, decodeReport } from '../../../../lib/report/data/codec.ts';
import { dehydrateEvidence } from '../../../../lib/report/data/evidence-codec.ts';
import { encodeReport } from '../../../../lib/report/formats/encode.ts';
import type { Observations } from '../../../../lib/engine/run.ts';
import { healthy, observed, typed } from '../../../support/evidence-builders.ts';

const toldFamilies = /^(?:account|limits|claude)\./;
const free: AccountAnswers = { ...noAnswers, plan: 'free', goal: 'add-custom', hasCustom: true };
const expired = { sentence: 'Connection has expired', stage: null, oauthError: null, reference: null };

/** The report of a server that answers well, as far as one request goes. */
function report(account: AccountAnswers | null, claude: Json = null, url?: string): Report {
  const opening = healthy();
  const parts = { typed: observed(typed(url)), ...(url === undefined && { initialize: observed(opening) }) };
  const evidence = dehydrateEvidence(parts as unknown as Observations, [opening.exchange]) as Record<
    string,
    Observation<Json>
  >;
  return reportOfParts(
    Object.entries(evidence).map(([key, observation]) => ({
      key: key as 'typed',
      observation: observation as never,
      exchanges: key === 'initialize' ? [opening.exchange] : [],
    })),
    {
      ...{ vantage: 'cli', plans: ['walk'], consents: [], environment: null, claude, account },
      ...{ startedAt: 0, durationMs: 0, status: 'complete' },
    },
  );
}

function toldCodes({ findings }: Report): readonly string[] {
  return findings.map(({ code }) => code).filter((code) => toldFamilies.test(code));
}

function listed({ passed, skipped }: Report): readonly string[] {
  return [...passed, ...skipped.map(({ code }) => code)].filter((code) => toldFamilies.test(code));
}

describe('what a person tells', () => {
  it('is no part of a report where nothing was told', () => {
    const silent = report(null);
    expect(silent.account).toBeNull();
    expect([...toldCodes(silent), ...listed(silent)]).toEqual([]);
    expect(listed(report(noAnswers))).toEqual([]);
  });

  it('joins the findings, never the passed ones, and decides no verdict', () => {
    const silent = report(null);
    const told = report(free);
    expect(toldCodes(told)).toEqual(['account.free-custom-limit']);
    expect(told.account).toEqual(free);
    expect(told.passed).toEqual(silent.passed);
    expect({ verdict: told.verdict, stop: told.stop }).toEqual({ verdict: silent.verdict, stop: silent.stop });
    expect(told.findings.filter(({ code }) => !toldFamilies.test(code))).toEqual(silent.findings);
  });

  it.each([
    ['Connection has expired', 'account.expired-sign-in'],
    ['Missing permissions. Request access', 'account.owner-must-enable'],
    ['No result received from the Claude Desktop app after waiting 4 minutes', 'limits.tool-timeout'],
    ['MCP tool "list" response (31000 tokens) exceeds maximum allowed tokens (25000)', 'limits.result-too-large'],
    ['Claude usage limit reached. Your limit will reset at 3pm.', 'limits.plan-usage'],
  ])('moves neither verdict nor cause by what Claude shows: %s', (sentence, code) => {
    for (const url of [undefined, 'https://mcp.acme.dev/mcp', 'http://localhost:3000/mcp']) {
      const silent = report(null, null, url);
      const told = report(null, { ...expired, sentence }, url);
      expect(toldCodes(told)).toEqual([code]);
      expect({ verdict: told.verdict, primary: told.primary?.code, stop: told.stop }).toEqual({
        ...{ verdict: silent.verdict, primary: silent.primary?.code, stop: silent.stop },
      });
    }
  });

  it.each([
    ['claude.ai rejected the session token', ['claude-code']],
    ['Connection has expired', ['reconnect', 'sign-in-again']],
  ])('leads to the guides that help: %s', (sentence, guides) => {
    const [told] = report(null, { ...expired, sentence }).findings.filter(({ code }) => toldFamilies.test(code));
    expect(told?.fix.flatMap((part) => (part.kind === 'guide' ? [part.guide] : []))).toEqual(guides);
  });

  it('does not become the cause beside one that was seen', () => {
    const told = report(free, null, 'http://localhost:3000/mcp');
    expect(told.primary?.code).toBe('url.private-host');
    expect(toldCodes(told)).toEqual(['account.free-custom-limit']);
  });

  it('comes back in a report that was saved, and is judged the same again', () => {
    const told = report({ ...free, serverLog: 'nothing' }, expired);
    const decoded = decodeReport(encodeReport(told));
    if (!decoded.ok) throw new Error(decoded.problem);
    const { judgedAgainAt: _, ...again } = judgeAgain(decoded.report, new Date(0));
    expect(again).toEqual(told);
    expect(toldCodes(again).toSorted()).toEqual(['account.expired-sign-in', 'account.free-custom-limit']);
  });

  it('can be told afterwards, without another request', () => {
    const silent = report(null);
    const told = judgeAgain({ ...silent, account: free }, new Date(0));
    expect(told.account).toEqual(free);
    expect(toldCodes(told)).toEqual(['account.free-custom-limit']);
    const without = { account: null, findings: [], skipped: [], judgedAgainAt: '' };
    expect({ ...told, ...without }).toEqual({ ...silent, ...without });
    expect(told.skipped.filter(({ code }) => !toldFamilies.test(code))).toEqual(silent.skipped);
  });
});

describe('the member account of a report', () => {
  it.each<unknown>([{ plan: 'gold' }, { role: 'king' }, { goal: 7 }, { hasCustom: 'yes' }, 'free', []])(
    'is refused when it is none: %j',
    (account) => {
      expect(checkReport({ ...report(null), account })).toMatchObject({ ok: false });
    },
  );

  it('may hold less, and more', () => {
    expect(checkReport({ ...report(null), account: { plan: 'max', role: null, goal: null } })).toMatchObject({
      ok: true,
    });
    expect(checkReport({ ...report(null), account: { plan: 'max', seats: 3 } })).toMatchObject({ ok: true });
  });
});
