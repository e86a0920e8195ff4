import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const secret = 'Zq8vK2mP4xLr7TnB';
const mark = /redacted-[a-z]+-\d+/;

describe('a secret goes by its name', () => {
  it.each([
    `{"connect.sid":"${secret}"}`,
    `{"laravel_session":"${secret}"}`,
    `{".ASPXAUTH":"${secret}"}`,
    `{"PHPSESSID":"${secret}"}`,
    `{"ASP.NET_SessionId":"${secret}"}`,
    `{"_gh_sess":"${secret}"}`,
    `{"cookies":{"my.own":"${secret}"}}`,
    `{"_csrf":"${secret}"}`,
    `{"client_secret_value":"${secret}"}`,
    `{"private_key_pem":"${secret}"}`,
    `{"password_hash":"$2b$10$${secret}"}`,
    `{"recovery_codes":["${secret}"]}`,
    `SECRET_KEY_BASE=${secret}`,
    `SECRET_KEY_BASE: "${secret}"`,
    `PGPASSWORD='${secret}' psql`,
    `MYSQLPASSWORD=${secret}`,
    `totp_seed=${secret}`,
    `pin=${secret}`,
    `recovery_code: ${secret}`,
    `backup_code: ${secret}`,
    `mysql -u root -p${secret} shop`,
    `mysqldump -p'${secret}' shop`,
    `sshpass -p ${secret} ssh root@db`,
    `docker login -u bob -p ${secret}`,
    `tool run --api-key ${secret} --verbose`,
    `tool run --password "${secret}"`,
  ])('%s', (text) => {
    const out = createRedactor().text(text);
    expect(out).not.toContain(secret);
    expect(out).toMatch(mark);
    expect(createRedactor().text(out)).toBe(out);
  });

  it.each(['{"pin":"4821"}', '{"backup_code":"83920147"}', '{"otp_code":"920 147"}', 'pin: 48213'])(
    'that is typed in: %s',
    (text) => expect(createRedactor().text(text)).toMatch(mark),
  );

  it.each([
    'mnemonic: ripple tomato orbit velvet canyon',
    '{"mnemonic":"ripple tomato orbit velvet canyon"}',
    "seed phrase = 'ripple tomato orbit velvet canyon'",
  ])('of words: %s', (text) => expect(createRedactor().text(text)).not.toMatch(/tomato|canyon/));
});

describe('what only sounds so stays', () => {
  it.each([
    '{"session":"required","csrf":"missing","pin":"GPIO","cookies":{"theme":"dark","language":"en"}}',
    '{"account_sid":"AC0123456789abcdef0123456789abcdef"}',
    '{"verification_code":"invalid","backup_codes":"supported","code":"invalid_session","key_base":"none"}',
    '{"hash":"9f3c1d7e5b20","value":"9f3c1d7e5b20","base":"main","session_expired":"true"}',
    'GitHub session: restored. The option --token expects a value; --max-tokens 4096; ssh -p 2222; login -p 8080',
    'pin: 3',
    'The mnemonic is a word that helps to remember.',
    '{"shipping":"9f3c1d7e5b20","mapping":"a1b2c3d4e5","default_session":"chat"}',
  ])('%s', (text) => expect(createRedactor().text(text)).toBe(text));
});

it('keeps JSON JSON where a reading takes the escape from a quote', () => {
  const text = JSON.stringify({ access_token: ['"'], password: '%40', text: 1_000_000_000 });
  expect(JSON.parse(createRedactor().text(text))).toMatchObject({ text: 1_000_000_000 });
});

it('takes the key out of a path, and keeps an id there', () => {
  const url = 'https://mcp.acme.dev/mcp/s/q7Wm2Zx9Lk4Rt8Vb1Nc6/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
  const mine = createRedactor().url(url);
  expect(mine).toBe('https://mcp.acme.dev/mcp/s/redacted-key-1/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed');
});

it('takes linear time', () => {
  for (const piece of [
    'login ',
    ' -p',
    'mysql ',
    ' --a',
    'mnemonic: a',
    'phrase=abc abc ',
    'sshpass -p ',
    '_session',
  ]) {
    // What grows faster than its text runs into the test’s own time limit.
    expect(createRedactor().text(piece.repeat(1_000_000 / piece.length)), piece).not.toBe('');
  }
});
