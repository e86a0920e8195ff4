import { toolAnnotations } from '../../lib/checks/tools/annotations.ts';
import { toolDescriptions } from '../../lib/checks/tools/descriptions.ts';
import { freeformTools } from '../../lib/checks/tools/freeform.ts';
import { toolNames } from '../../lib/checks/tools/names.ts';
import { toolSchemas } from '../../lib/checks/tools/schemas.ts';
import { listWeight } from '../../lib/checks/tools/weight.ts';
import type { AnyCheck } from '../../lib/kernel/check.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { stringMember, type Json } from '../../lib/kernel/json.ts';
import { evidenceOf } from '../unit/checks/tools/listed-evidence.ts';
import { judged, listed } from '../unit/checks/transport/evidence.ts';

/** What is found in a list: each code with the names of the tools that it concerns. */
export interface FoundInTools {
  readonly tools: number;
  readonly codes: Readonly<Partial<Record<FindingCode, readonly string[] | 'every tool' | 'the list'>>>;
}

/** Judges a list with the real checks, tool by tool and as a whole. */
export function foundIn(tools: readonly Json[]): FoundInTools {
  const named = new Map<FindingCode, string[]>();
  for (const tool of tools) {
    for (const code of codesIn(ofTools, [tool])) {
      const names = named.get(code) ?? [];
      named.set(code, [...names, stringMember(tool, 'name') ?? '']);
    }
  }
  const ofList = codesIn([...ofTools, listWeight], tools).filter((code) => !named.has(code));
  const codes = [
    ...[...named].map(([code, names]) => [code, names.length === tools.length ? 'every tool' : names] as const),
    ...ofList.map((code) => [code, 'the list'] as const),
  ];
  return { tools: tools.length, codes: Object.fromEntries(codes) };
}

/** The checks that judge each tool by itself. */
const ofTools: readonly AnyCheck[] = [toolNames, toolAnnotations, toolDescriptions, freeformTools, toolSchemas];

function codesIn(checks: readonly AnyCheck[], tools: readonly Json[]): readonly FindingCode[] {
  return checks.flatMap((check) => judged(check, evidenceOf(listed(tools))).found);
}
