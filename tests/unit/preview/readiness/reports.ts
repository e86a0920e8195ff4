import { findingCodes, type FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { ConnectorFacts, Report } from '../../../../lib/kernel/report.ts';
import type { RequirementId } from '../../../../lib/preview/readiness/readiness-shape.ts';
import { readiness, type ToldListing } from '../../../../lib/preview/readiness/readiness.ts';
import { sampleFinding, sampleReport } from '../../report/sample-report.ts';
import { failedExchange, listing } from './listings.ts';

export const typed = (more: Record<string, string | boolean> = {}) => ({
  typed: { status: 'observed', value: { kind: 'url', text: 'x', url: { scheme: 'https:' }, ...more } },
});

const answered = failedExchange('dns');

/** A report in which everything that a program can see passed. */
export function fine(members: Partial<Report> = {}): Report {
  return sampleReport({
    passed: findingCodes,
    skipped: [],
    evidence: typed(),
    exchanges: [{ ...answered, kind: 'response' } as never],
    ...members,
  });
}

export function facts(members: Partial<ConnectorFacts>): ConnectorFacts {
  return { ...sampleReport().facts, ...members };
}

export function auth(mode: ConnectorFacts['auth']['mode']): ConnectorFacts {
  return facts({ auth: { ...sampleReport().facts.auth, mode } });
}

export function found(
  code: FindingCode,
  confidence: 'certain' | 'likely' | 'possible' = 'certain',
  more = {},
): Partial<Report> {
  return {
    findings: [sampleFinding({ code, confidence, severity: 'warning', title: `About ${code}`, ...more })],
    passed: findingCodes.filter((each) => each !== code),
  };
}

export function unseen(...codes: readonly FindingCode[]): Partial<Report> {
  return {
    passed: findingCodes.filter((each) => !codes.includes(each)),
    skipped: codes.map((code) => ({ code, because: 'needs-sign-in' })),
  };
}

export function row(id: RequirementId, report: Report, told: ToldListing = listing()) {
  return readiness(report, told).rows.find((each) => each.id === id);
}

export const tools = (...items: readonly (readonly [boolean | null, boolean | null])[]) =>
  facts({
    tools: {
      count: items.length,
      missingTitle: 0,
      missingHint: 0,
      invalidNames: 0,
      estimatedTokens: 1,
      items: items.map(([readOnly, destructive], index) => ({
        name: `tool_${index}`,
        title: null,
        readOnly,
        destructive,
      })),
    },
  });

export const named = (...names: readonly string[]) =>
  facts({
    tools: {
      count: names.length,
      missingTitle: 0,
      missingHint: 0,
      invalidNames: 0,
      estimatedTokens: 1,
      items: names.map((name) => ({ name, title: null, readOnly: true, destructive: false })),
    },
  });

export const mixed = {
  ...typed(),
  listing: {
    status: 'observed',
    value: {
      tools: [
        { name: 'issues', inputSchema: { type: 'object', properties: { action: { enum: ['get', 'create_new'] } } } },
      ],
    },
  },
} as const;

export const app: Partial<Report> = {
  findings: [sampleFinding({ code: 'apps.present', severity: 'note' })],
  passed: findingCodes.filter((each) => each !== 'apps.present'),
};
