import { traces } from './secrets.ts';

/** What is left of a secret in a text, with what stands around it; null when nothing is. */
export function traceIn(text: string): string | null {
  // What stands in JSON has its backslashes doubled.
  for (const reading of text.includes('\\\\') ? [text, text.replaceAll('\\\\', '\\')] : [text]) {
    const at = reading.search(anyTrace);
    if (at !== -1) return reading.slice(Math.max(0, at - 150), at + 80);
  }
  return null;
}

/** One pass for all of them. */
const anyTrace = new RegExp(traces.map((trace) => trace.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'));

/** A text with one layer of each encoding read, by means of its own: what anybody can do with what they are given. */
export function decodings(text: string): readonly string[] {
  return [
    text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1')),
    text
      .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll(/&#x([\da-f]{1,6});/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replaceAll(/\\+(?:u00|x)([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    [...text.matchAll(/[\w+/-]{12,}/g)]
      .flatMap(([run]) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')))
      .join('\n'),
    [...text.matchAll(/(?:[\da-f]{2}){8,}/gi)].map(([run]) => Buffer.from(run, 'hex').toString('latin1')).join('\n'),
  ];
}
