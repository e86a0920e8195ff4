import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeAgain } from '../../../lib/judge-again.ts';
import { goals, noAnswers, plans, rolesOfPlan } from '../../../lib/kernel/account.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { errorSentences } from '../../../lib/knowledge/error-sentences.ts';
import { decodeReport } from '../../../lib/report/data/codec.ts';
import { browserReports } from '../../browser/gallery/sample-browser.ts';
import { englishLeftIn, englishSentences } from '../../support/english-left.ts';

const folder = new URL('../../browser/gallery/reports/', import.meta.url);
const files = readdirSync(folder);

function reportIn(file: string): Report {
  const decoded = decodeReport(readFileSync(new URL(file, folder), 'utf8'));
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.report;
}

/** Judged again with what a person tells beside it. */
function told(report: Report, members: Partial<Pick<Report, 'account' | 'claude'>>): Report {
  return judgeAgain({ ...report, ...members }, new Date('2026-11-21T12:00:00Z'));
}

describe('a report in German holds no English', () => {
  it.each(files)('of a real run: %s', (file) => {
    expect(englishLeftIn(reportIn(file))).toEqual([]);
  });

  it.each(Object.entries(browserReports))('of a look at a browser: %s', (_name, report) => {
    expect(englishLeftIn(report, ['Safe Browsing for Work', 'Elevated errors on claude.ai'])).toEqual([]);
  });

  it.each(plans)('of a run in which the plan %s was told', (plan) => {
    const report = reportIn('sign-in-needed.json');
    const answers = rolesOfPlan[plan].flatMap((role) =>
      goals.map((goal) => ({ ...noAnswers, plan, role, goal, hasCustom: goal === 'add-custom' })),
    );
    const codes = answers.flatMap((account) => {
      const judged = told(report, { account });
      expect(englishLeftIn(judged)).toEqual([]);
      return judged.findings.map(({ code }) => code).filter((code) => code.startsWith('account.'));
    });
    expect(codes).not.toEqual([]);
  });

  it('of a run beside any sentence that Claude shows', () => {
    const report = reportIn('broken.json');
    const codes = Object.values(errorSentences).flatMap(({ shown }) => {
      const claude = { sentence: shown, stage: null, oauthError: null, reference: null, surface: null, seenAt: null };
      const judged = told(report, { claude });
      expect(englishLeftIn(judged), shown).toEqual([]);
      return judged.findings.map(({ code }) => code);
    });
    expect(codes.filter((code) => /^(?:limits|claude)\./.test(code))).not.toEqual([]);
  });
});

describe('what finds English', () => {
  it.each([
    ['Der Server sagte: the server is gone.', 1],
    ['Ursache   Die Adresse\n          is not reachable', 1],
    ['Der Server sagte: „the server is gone“. Was zu tun ist, steht dort.', 0],
    ['Er antwortete mit 405 (Method Not Allowed) auf `the code` unter https://is.the.dev/of/it.', 0],
    ['```http\nPOST /the/mcp\n\nthis is not ours\n```\nDas aber schon.', 0],
    ['```http\nPOST /mcp\n```\nThis is ours.', 1],
  ])('%j: %i', (text, count) => {
    expect(englishSentences(text)).toHaveLength(count);
  });
});
