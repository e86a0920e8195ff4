import type { Finding } from '../kernel/finding.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { consequenceRules, type CodePattern, type Rule } from './consequence-rules.ts';

/** Fills `explainedBy`: what follows from something else is folded under it. */
export function withConsequences(
  findings: readonly Finding[],
  rules: readonly Rule[] = consequenceRules,
): readonly Finding[] {
  const causeOf = new Map<string, Finding>();
  for (const rule of rules) {
    for (const cause of findings.filter(({ code }) => code === rule.cause)) {
      for (const finding of findings) {
        if (causeOf.has(finding.id) || !explains(rule, cause, finding)) continue;
        // Two rules can point at one another; the earlier one has spoken.
        if (rootCause(cause, causeOf).id !== finding.id) causeOf.set(finding.id, cause);
      }
    }
  }
  return findings.map((finding) => {
    const root = rootCause(finding, causeOf);
    return root === finding ? finding : { ...finding, explainedBy: root.id };
  });
}

function explains(rule: Rule, cause: Finding, finding: Finding): boolean {
  // Notes are facts of their own: nobody has to mend them, so nothing explains them away.
  if (finding.severity === 'note' || finding.code === cause.code) return false;
  return rule.explains.some((pattern) => matches(pattern, finding.code)) && mayExplain(cause, finding);
}

function rootCause(finding: Finding, causeOf: ReadonlyMap<string, Finding>): Finding {
  const cause = causeOf.get(finding.id);
  return cause ? rootCause(cause, causeOf) : finding;
}

function mayExplain(cause: Finding, finding: Finding): boolean {
  if (cause.severity === 'note' || cause.severity === 'warning') return false;
  const ofServer = finding.subject.kind === 'authorization-server';
  // The connector's own network cannot be explained by its authorization server, nor the other way round.
  if (cause.code === 'auth.as-unreachable') return ofServer;
  if (cause.subject.kind === 'authorization-server' || cause.subject.kind === 'browser') return true;
  return !ofServer || finding.code.startsWith('auth.');
}

function matches(pattern: CodePattern, code: FindingCode): boolean {
  return pattern.endsWith('.*') ? code.startsWith(pattern.slice(0, -1)) : pattern === code;
}
