import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const organization = '8f3c9d2e-7b6a-4f1e-9c0d-8b7a6f5e4d3c';
const text = (value: string): string => createRedactor().text(value);

describe('ids of people and organizations', () => {
  it.each([
    ['{"sub":"5f7c8ec7c33c","user_id":"u-1234567","email_verified":true}', 2],
    ['{"org_id":"123456-7","organization_id":"acme-998877","account_id":"a9b8c7"}', 3],
    ['{"account":{"name":"x","uuid":"8f3c9d2e-7b6a-4f1e-9c0d-8b7a6f5e4d3c"}}', 1],
    [`{"text":"{\\"userId\\":\\"u-1234567\\",\\"accountUuid\\":\\"${organization}\\"}"}`, 2],
    [`GET https://claude.ai/api/organizations/${organization}/mcp/remote_servers failed`, 1],
    [`/api/organizations/${organization}/mcp/start-auth/x`, 1],
    [`{"url":"https:\\/\\/claude.ai\\/organizations\\/${organization}\\/x"}`, 1],
    [`https%3A%2F%2Fclaude.ai%2Fapi%2Forganizations%2F${organization}%2Fmcp`, 1],
    ['no such member: user_01JABCDEF0GH2JKMNPQRSTVW of org_01JABCDEF0GH2JKMNPQRSTVX', 2],
    ['signed in as auth0|5f7c8ec7c33c6c004bbafe82, or google-oauth2%7C1098765432', 2],
    ['https://mcp.acme.dev/mcp?user_id=pg-test-7f2e&x=1', 1],
  ])('go: %s', (value, count) => {
    const out = text(value);
    expect(out.match(/redacted-id-\d+/g)).toHaveLength(count);
    expect(out).not.toMatch(/1234567|998877|a9b8c7|8f3c9d2e|01JABC|5f7c8ec7|1098765432|7f2e/);
    expect(text(out)).toBe(out);
  });

  it('go from headers, and everywhere once they were met', () => {
    const redactor = createRedactor();
    expect(
      redactor.headers({ 'x-user-id': 'member-99aa22', 'x-org-id': organization, 'x-request-id': 'req-11bb22' }),
    ).toEqual({ 'x-user-id': 'redacted-id-1', 'x-org-id': 'redacted-id-2', 'x-request-id': 'req-11bb22' });
    expect(redactor.url(`https://mcp.acme.dev/t/${organization}/mcp`)).toBe('https://mcp.acme.dev/t/redacted-id-2/mcp');
    expect(redactor.json({ a: [`of ${btoa(`x:${organization}:y`)}`] }).a[0]).toContain('redacted-id-2');
  });

  it('of the person a token answer names go', () => {
    const answer = { token_type: 'Bearer', sub: 'jane-7.doe', user_id: 'u-1234567', org_id: 'org-of-7f3c9d2e7b6a' };
    expect(JSON.parse(createRedactor().answer(JSON.stringify(answer), 'tokens'))).toEqual({
      token_type: 'Bearer',
      sub: 'redacted-id-2',
      user_id: 'redacted-id-3',
      // What is opaque in such an answer goes first.
      org_id: 'redacted-id-1',
    });
  });

  it('get the same mark everywhere, so that addresses stay equal to each other', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const redactor = createRedactor();
        const issuer = `https://login.acme.dev/${id}`;
        redactor.text(JSON.stringify({ issuer }));
        redactor.text(JSON.stringify({ organization_id: id }));
        const [a, b] = [redactor.json({ issuer }).issuer, redactor.url(issuer)];
        expect(a).toBe(b);
        expect(URL.parse(a)?.origin).toBe('https://login.acme.dev');
      }),
    );
  });
});

describe('ids of everything else stay', () => {
  it.each([
    `{"issuer":"https://login.microsoftonline.com/${organization}/v2.0"}`,
    '{"client_id":"c1b2a3948576abcdef0123456789","tenant_id":"8f3c9d2e7b6a"}',
    '{"client_id":"org_01JABCDEF0GH2JKMNPQRSTVW"}',
    'ask with the reference ofid_7f3c9d2e7b6a4f1e, request req_011CabCDefGH12345678',
    '{"sub":"pairwise","user_id":"string","subject_types_supported":["public"]}',
    '{"properties":{"user_id":{"type":"string","default":"u-1234567"},"sub":{"type":"string"}}}',
    '{"name":"user_01JABCDEF0GH2JKMNPQRSTVW","inputSchema":{"type":"object"}}',
    'one of github|gitlab|bitbucket, user_name or org_settings_page_two',
    'https://claude.ai/api/organizations/00000000-0000-0000-0000-000000000000/mcp',
    'https://mcp.acme.dev/organizations/acme/mcp?userid=me',
  ])('%s', (value) => {
    expect(text(value)).toBe(value);
  });
});

it('takes linear time', () => {
  for (const piece of [
    'auth0|',
    'user_',
    '"user":{',
    '/api/organizations/',
    'claude.ai/a/',
    'org-a1b2c3',
    '"user":{"uuid":"',
  ]) {
    expect(text(piece.repeat(Math.floor(1_000_000 / piece.length))), piece).not.toBe('');
  }
});
