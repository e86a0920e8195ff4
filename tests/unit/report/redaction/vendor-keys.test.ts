import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const redact = (text: string): string => createRedactor().text(text);

/** Put together here, so that no scanner takes them for keys that got lost. */
const key = (start: string, length: number, hex = false): string =>
  start + (hex ? '9f3c1d7e5b20846a' : 'Ab3dE6gH9jK2mN5p').repeat(6).slice(0, length);

describe('a key of a known maker goes', () => {
  it.each([
    key('dckr_pat_', 22),
    key('ATATT3', 24),
    key('pypi-AgE', 22),
    key('sbp_', 16, true),
    key('figd_', 24),
    key('sq0atp-', 22),
    key('EAAC', 60),
    key('glrt-', 20),
    key('rnd_', 28),
    key('gsk_', 40),
    key('xai-', 40),
    key('GOCSPX-', 28),
    key('1//0', 40),
    key('hvs.', 24),
    key('dapi', 32, true),
    key('nfp_', 36),
    key('pcsk_', 40),
    key('ghp_', 36),
    key('sk-ant-', 40),
    key('AKIA', 16).toUpperCase(),
    `re_${key('', 8)}_${key('', 20)}`,
  ])('%s', (secret) => {
    expect(redact(`cli ${secret} failed`)).toBe('cli redacted-key-1 failed');
    expect(redact(JSON.stringify({ a: secret }))).toBe('{"a":"redacted-key-1"}');
  });

  it.each([
    `https://hooks.slack.com/services/${key('T', 8)}/${key('B', 8)}/${key('', 24)}`,
    `https://discord.com/api/webhooks/123456789012345678/${key('', 60)}`,
    `https://acme.webhook.office.com/webhookb2/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed@2b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed/IncomingWebhook/${key('', 32, true)}/3b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed`,
    `https://outlook.office.com/webhook/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed/IncomingWebhook/${key('', 32, true)}`,
    `https://hooks.zapier.com/hooks/catch/1234567/${key('', 7)}/`,
    `https://hook.eu1.make.com/${key('', 32)}`,
    `https://maker.ifttt.com/trigger/open/with/key/${key('', 22)}`,
    `https://api.telegram.org/bot110201543:${key('AAH', 32)}/sendMessage`,
  ])('with the path that is the key: %s', (url) => {
    const long = url.split(/[/:]/).filter((part) => /^(?=.*[A-Za-z])(?=.*\d)\w{20,}$/.test(part));
    for (const text of [
      `POST ${url} failed`,
      JSON.stringify({ url }),
      JSON.stringify({ url }).replaceAll('/', '\\/'),
    ]) {
      const out = redact(text);
      for (const part of long) expect(out).not.toContain(part);
      expect(out).toMatch(/redacted-key-1/);
      expect(redact(out)).toBe(out);
    }
    expect(createRedactor().url(url)).toMatch(/redacted-key-1/);
    expect(redact(encodeURIComponent(url))).toMatch(/redacted-key-1/);
  });
});

it.each([
  're_export_of_things',
  'pat-na1-',
  'https://hooks.slack.com/services/',
  'EAACH',
  'sb_secret_',
  '1//0',
  'at 12:30:AA',
])('stays: %s', (text) => expect(redact(text)).toBe(text));

it('takes linear time', () => {
  for (const piece of [
    '1//0',
    'MMMM',
    'hooks.slack.com/services/',
    'dapi',
    '123456',
    '1:AA',
    'EAA',
    're_aaaaaaaa_',
    'glpat-',
  ]) {
    // What grows faster than its text runs into the test’s own time limit.
    expect(redact(piece.repeat(1_000_000 / piece.length)), piece).not.toBe('');
  }
});
