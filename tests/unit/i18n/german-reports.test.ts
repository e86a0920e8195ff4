import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeReport } from '../../../lib/report/codec.ts';
import { englishLeftIn, englishSentences } from '../../support/english-left.ts';

const folder = new URL('../../browser/gallery/reports/', import.meta.url);

describe('a report of a real run in German', () => {
  it.each(readdirSync(folder))('%s holds no English', (file) => {
    const decoded = decodeReport(readFileSync(new URL(file, folder), 'utf8'));
    if (!decoded.ok) throw new Error(decoded.problem);
    expect(englishLeftIn(decoded.report)).toEqual([]);
    const strange = { ...decoded.report, verdict: 'broken' as const, stop: null };
    expect(englishLeftIn(strange)).toEqual([]);
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
