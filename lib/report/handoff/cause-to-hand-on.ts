import type { Report, WordedFinding } from '../../kernel/report.ts';
import { claudeShowed } from '../words/claude-showed.ts';
import { causeIn } from '../words/told-stop.ts';

/**
 * What somebody is to be told of: the cause; without one, at a server with nothing wrong, what only an Owner of the organization can do,
 * however mildly it is put: nobody else can do it in their place. Null where there is neither.
 */
export function causeToHandOn(report: Report): WordedFinding | null {
  return causeIn(report) ?? ownersTurn(report);
}

/** What lies in the account, in the network or at the company’s sign-in concerns neither the server nor Claude. */
export function isElsewhere({ code, who }: WordedFinding): boolean {
  return code.startsWith('account.') || who === 'owner' || who === 'network';
}

function ownersTurn(report: Report): WordedFinding | null {
  const { subject, verdict, primary, findings } = report;
  const isWell = verdict === 'ready' || verdict === 'sign-in-needed';
  if (subject !== 'connector' || !isWell || primary !== null) return null;
  // What Claude showed goes before what may be.
  const surest = claudeShowed(report) === null ? ['certain', 'likely', 'possible'] : ['certain'];
  const theirs = findings.filter(
    ({ code, who, severity, explainedBy }) =>
      code.startsWith('account.') && who === 'owner' && severity !== 'note' && explainedBy === undefined,
  );
  const ranked = surest.map((confidence) => theirs.find((finding) => finding.confidence === confidence));
  return ranked.find((finding) => finding !== undefined) ?? null;
}
