import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { sampleReport } from '../sample-report.ts';

/** A report whose server listed these tools, to the end of its list. */
export function reportWithTools(tools: readonly Json[], members: Partial<Report> = {}, end = 'complete'): Report {
  const listing = { status: 'observed', value: { era: 'legacy', pages: [], tools, end } };
  return sampleReport({ evidence: { typed: { status: 'unavailable', because: 'not-asked' }, listing }, ...members });
}

/** A tool with this input schema’s properties. */
export function tool(name: string, properties: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  return { name, description: `Does ${name} with care`, inputSchema: { type: 'object', properties }, ...rest };
}
