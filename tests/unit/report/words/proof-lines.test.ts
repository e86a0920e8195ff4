import { describe, expect, it } from 'vitest';
import { proofLines, shownProofs } from '../../../../lib/report/words/proof-lines.ts';
import { forOthers } from '../../../../lib/report/words/for-others.ts';
import { usualSentence } from '../../../../lib/report/words/usual-sentence.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const json = { 'content-type': 'application/json' };
const asked = (method: string): string => JSON.stringify({ jsonrpc: '2.0', id: 1, method });
const asClaude = { era: 'modern', userAgent: 'Claude-User', origin: null } as const;
const asUs = { era: 'modern', userAgent: 'connector-doctor/0.1.0', origin: null } as const;

const refused = sampleResponse({ id: 'e1', variant: asClaude, requestBody: asked('server/discover') });
const unknown = sampleResponse({
  ...{ id: 'e2', variant: asUs, requestBody: asked('server/discover'), status: 400, headers: json },
});
const listRefused = sampleResponse({ id: 'e3', variant: asClaude, requestBody: asked('tools/list') });
const listed = sampleResponse({
  ...{ id: 'e4', variant: asUs, requestBody: asked('tools/list'), status: 200, headers: json },
});
const finding = sampleFinding({ evidence: ['e1', 'e2'] });

describe('what shows a finding', () => {
  it('is the pair in which the other name was answered well', () => {
    const shown = shownProofs(finding, [refused, unknown, listRefused, listed]);
    expect(shown.map(({ id }) => id)).toEqual(['e3', 'e4']);
    expect(proofLines(shown)).toEqual([
      'POST https://mcp.acme.dev/mcp (as Claude-User) → 403 text/html',
      'POST https://mcp.acme.dev/mcp (as connector-doctor/0.1.0) → 200 application/json',
    ]);
  });

  it('says why an error counts as let through where there is no better pair', () => {
    const shown = shownProofs(finding, [refused, unknown]);
    expect(proofLines(shown)[1]).toBe(
      'POST https://mcp.acme.dev/mcp (as connector-doctor/0.1.0) → 400 application/json (let through: the server itself answered)',
    );
  });
});

describe('words for those who do not run the check', () => {
  it.each([
    [
      'Serve the metadata at https://a.example/x. If you have a token or key for this server, see whether it works with it: run the check with --header "Authorization: Bearer …".',
      'Serve the metadata at https://a.example/x.',
    ],
    [
      'Offer OAuth. If you have a token, see whether it works: enter it on the doctor page as “A header of your own”, such as Authorization with the value “Bearer …”.',
      'Offer OAuth.',
    ],
    [
      'It ran out on 2026-11-20. Clients refuse it. If this date looks right to you, compare this computer’s clock.',
      'It ran out on 2026-11-20. Clients refuse it.',
    ],
    ['See why a.example fails, and run the check again.', 'See why a.example fails.'],
    [
      'Es lief ab. Wenn Ihnen dieses Datum richtig vorkommt, vergleichen Sie die Uhr dieses Computers. Erneuern Sie es.',
      'Es lief ab. Erneuern Sie es.',
    ],
    ['Sehen Sie nach, und wiederholen Sie die Prüfung.', 'Sehen Sie nach.'],
    ['Run again without --quick.', ''],
    ['Allow 160.79.104.0/21 in the firewall.', 'Allow 160.79.104.0/21 in the firewall.'],
  ])('hold no advice on the check: %s', (words, left) => {
    expect(forOthers(words)).toBe(left);
  });
});

describe('what Claude usually shows', () => {
  it('has the connector’s name, and no reference that nobody has', () => {
    const sentence =
      'Couldn’t register with <name>’s sign-in service. You can try again. If this persists, share this reference with support: “ofid_…”';
    const report = sampleReport({ stop: { step: 7, name: 'registration', claudeSays: [sentence] } });
    expect(usualSentence(report)).toBe('Couldn’t register with mcp.acme.dev’s sign-in service. You can try again.');
    expect(usualSentence({ ...report, stop: null })).toBeNull();
  });
});
