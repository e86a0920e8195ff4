import { describe, expect, it } from 'vitest';
import { reportOfParts } from '../../../lib/doctor.ts';
import { judgeAgain } from '../../../lib/judge-again.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { fixWords } from '../../../lib/report/words/finding-words.ts';
import { typed } from '../../support/evidence-builders.ts';

/** The report of an address that only the person's own network knows. */
function privately(vantage: Report['vantage']): Report {
  const value = typed('http://localhost:3000/mcp') as unknown as Json;
  return reportOfParts([{ key: 'typed', observation: { status: 'observed', value }, exchanges: [] }], {
    ...{ vantage, plans: ['walk'], consents: [], environment: null, claude: null },
    ...{ startedAt: 0, durationMs: 0, status: 'complete' },
  });
}

function advice({ findings }: Report): string {
  const finding = findings.find(({ code }) => code === 'url.private-host');
  return finding ? fixWords(finding) : '';
}

describe('the words of a judgement', () => {
  it('are those of the way in which the check was made', () => {
    expect(advice(privately('cli'))).toMatch(/check it with --local\.$/);
    expect(advice(privately('extension'))).toMatch(/check it with “This server is not public yet”\.$/);
  });

  it('stay so when the report is judged again', () => {
    for (const vantage of ['cli', 'extension'] as const) {
      const report = privately(vantage);
      expect(advice(judgeAgain(report, new Date(0)))).toBe(advice(report));
    }
  });
});
