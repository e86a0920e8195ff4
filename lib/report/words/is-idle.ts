import type { WordedFinding } from '../../kernel/report.ts';
import { fixWords } from './finding-words.ts';

/** True where nothing has to be changed: then it does not matter who could. */
export function isIdle(finding: WordedFinding): boolean {
  return finding.severity === 'note' && /^Nothing (?:needs|has) to be /.test(fixWords(finding));
}
