import { describe, expect, it } from 'vitest';
import { germanValues } from '../../../lib/i18n/german/value-words.ts';
import { steps } from '../../../lib/kernel/step.ts';
import { blockingExtensions } from '../../../lib/standards/blocking-extensions.ts';
import { claudePageElements } from '../../../lib/standards/claude-page-elements.ts';
import { pageExtras, pageNeeds } from '../../../lib/standards/claude-page-needs.ts';
import { edges } from '../../../lib/standards/edges.ts';

function saidIn(code: string, name: string, value: string, others: Readonly<Record<string, number>> = {}): unknown {
  return germanValues(code, { ...others, [name]: value })[name];
}

describe('what checks put into values', () => {
  const data = [
    ...edges.map(({ setting }) => ['http.waf-block', 'setting', setting] as const),
    ...blockingExtensions.flatMap((row) =>
      row.steps.map((step) => ['client.extension-culprit', 'steps', step] as const),
    ),
    ...pageNeeds.map(({ words }) => ['client.request-blocked', 'what', words] as const),
    ...pageExtras.map(({ purpose }) => ['client.telemetry-blocked', 'purposes', purpose] as const),
    ...claudePageElements.map(({ words }) => ['client.page-elements-hidden', 'parts', words] as const),
    ...Object.values(steps).map((name) => ['http.slow', 'name', name] as const),
  ];

  it.each(data.filter(([, , value]) => value !== 'support'))(
    '%s: its %s “%s” has German words',
    (code, name, value) => {
      const said = saidIn(code, name, value);
      expect(said).not.toBe(value);
      expect(said).not.toMatch(/”|\{|\b(?:the|and|with|which|not|is|are|to|its|for|from)\b(?![^„]*“)/);
    },
  );

  it.each([
    ['dns.not-found', 'view', 'the internet (1.1.1.1)', 'vom Internet aus (1.1.1.1)'],
    ['dns.split-horizon', 'publicly', 'leads elsewhere, to 10.0.0.8', 'führt woandershin, zu 10.0.0.8'],
    ['tls.expired', 'validity', 'ran out on 2026-10-30', 'ist am 2026-10-30 abgelaufen'],
    [
      'tls.untrusted-issuer',
      'said',
      'self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN)',
      'selbst signiertes Zertifikat in der Zertifikatskette (SELF_SIGNED_CERT_IN_CHAIN)',
    ],
    ['tls.untrusted-issuer', 'origin', 'It is self-signed (“CN=a.dev”)', 'Es ist selbst signiert („CN=a.dev“)'],
    [
      'url.unusual-hostname',
      'oddity',
      '“аb” mixes Latin and Greek letters',
      '„аb“ mischt lateinische und griechische Buchstaben',
    ],
    [
      'http.rate-limited',
      'wait',
      ' It asks to wait 30 seconds (Retry-After).',
      ' Er bittet darum, 30 Sekunden zu warten (Retry-After).',
    ],
    [
      'http.html-response',
      'nearby',
      'No nearby path (/a, /b) answers as MCP either.',
      'Auch kein benachbarter Pfad (/a, /b) antwortet als MCP-Server.',
    ],
    ['http.body-too-large', 'size', '1.5 MiB', '1,5 MiB'],
    [
      'net.timeout',
      'said',
      'connecting to 10.0.0.8 port 443 took too long',
      'hat zu lange gedauert: Verbinden mit 10.0.0.8, Port 443',
    ],
    ['browser:client.request-blocked', 'hosts', 'a.dev, b.dev and 4 more', 'a.dev, b.dev und 4 weitere'],
    [
      'browser:client.request-blocked',
      'what',
      'files and Claude’s pages and their data',
      'Dateien und Claudes Seiten und ihre Daten',
    ],
    [
      'browser:client.extension-suspect',
      'list',
      '\n• Ads 1.2: it may: block requests; read and change every page',
      '\n• Ads 1.2: darf Anfragen blockieren; jede Seite lesen und verändern',
    ],
    [
      'transport.malformed-sse',
      'problem',
      'the data of an event cannot be read: it is empty',
      'die Daten eines Ereignisses lassen sich nicht lesen: es ist leer',
    ],
    ['tools.name-invalid', 'characters', '. space', '. Leerzeichen'],
    ['tools.title-missing', 'names', '“find and sort”, “b”', '„find and sort“, „b“'],
  ])('%s: its %s “%s” in German', (code, name, value, said) => {
    expect(saidIn(code, name, value, name === 'names' ? { count: 1 } : {})).toBe(said);
  });

  it('joins the names of extensions, and leaves one that has an “and” of its own', () => {
    const steps =
      'To keep it and still use Claude, open the settings of A and B and allow claude.ai and anthropic.com there (often called “allowlist”, “trusted sites” or “pause on this site”), and load Claude anew. Or switch one of them off and load Claude anew.';
    expect(saidIn('client.extension-culprit', 'names', 'A and B', { count: 2 })).toBe('A und B');
    expect(saidIn('client.extension-culprit', 'names', 'Cut and Paste', { count: 1 })).toBe('Cut and Paste');
    expect(saidIn('client.extension-culprit', 'steps', steps, { count: 2 })).toMatch(
      /Einstellungen von A und B, erlauben/,
    );
  });
});

describe('what others said, and what chooses words', () => {
  it.each([
    ['transport.initialize-error', 'said', 'no answer'],
    ['auth.token-rejected', 'said', 'timeout'],
    ['client.claude-unreachable', 'reason', 'dns'],
    ['client.network-filter', 'sign', 'portal'],
    ['auth.cimd-incomplete', 'state', 'absent'],
    ['http.too-slow', 'what', 'token'],
    ['client.extension-suspect', 'name', 'the token'],
    ['auth.prm-not-found', 'tried', 'https://a.dev/x → timeout'],
  ])('%s: its %s “%s” stays', (code, name, value) => {
    expect(saidIn(code, name, value)).toBe(value);
  });
});
