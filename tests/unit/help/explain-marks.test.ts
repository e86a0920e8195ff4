import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorSentences } from '../../../lib/knowledge/error-sentences.ts';
import { explain } from '../../../lib/help/explain.ts';

describe('what a text itself shows', () => {
  it('reads the address of Claude’s page, however it is encoded', () => {
    const plain =
      'https://claude.ai/settings/connectors?step=end_error&oauth_error=mcp_registration_failed&flow_id=ofid_0123456789abcdef';
    for (const text of [
      plain,
      encodeURIComponent(plain),
      encodeURIComponent(encodeURIComponent(plain)),
      `claude://open?to=${encodeURIComponent(plain)}`,
    ]) {
      const { reference, found, matched, step, check } = explain(text);
      expect(reference).toBe('ofid_0123456789abcdef');
      expect(found).toMatchObject({ stage: 'end_error', oauthError: 'mcp_registration_failed', url: null, host: null });
      expect(matched).toEqual(['oauth-error-registration', 'stopped-at-end']);
      expect(step).toBe(7);
      expect(check).toBeNull();
    }
  });

  it('takes the connector’s address, without credentials and query', () => {
    const { check, found } = explain(
      'Couldn’t reach the MCP server at https://me:hunter2@mcp.acme.dev:8444/mcp?key=hunter3#hunter4 (see https://claude.ai/settings)',
    );
    expect(check).toBe('https://mcp.acme.dev:8444/mcp');
    expect(found).toMatchObject({ url: 'https://mcp.acme.dev:8444/mcp', host: 'mcp.acme.dev:8444' });
  });

  it('shows no long random part of a path, and offers nothing that is not whole', () => {
    const { check, found } = explain('https://mcp.acme.dev/s/9f31aa7bc2d4e5f60718/mcp 404, MCP');
    expect(found).toMatchObject({ url: 'https://mcp.acme.dev/s/*/mcp', host: 'mcp.acme.dev' });
    expect(check).toBeNull();
  });

  it('offers none of several addresses', () => {
    expect(explain('https://a.acme.dev/mcp and https://b.acme.dev/mcp').check).toBeNull();
    expect(explain('https://login.microsoftonline.com/common and https://github.com/acme').check).toBeNull();
    expect(explain('see https://acme.dev/page, please').check).toBe('https://acme.dev/page');
  });

  it('puts host and path of curl together', () => {
    const { check, found, matched } = explain(
      '* Connected to mcp.acme.dev\n> POST /mcp HTTP/2\n> Host: mcp.acme.dev\n> authorization: Bearer hunter2\n>\n< HTTP/2 401\n< www-authenticate: Bearer',
    );
    expect({ check, status: found.status, matched }).toEqual({
      check: 'https://mcp.acme.dev/mcp',
      status: 401,
      matched: ['status-unauthorized'],
    });
  });

  it.each([
    ['127.0.0.1 - - [01/Sep/2026:10:00:00 +0000] "POST /mcp HTTP/1.1" 404 153 "-" "Claude-User"', 'status-not-found'],
    ['127.0.0.1 - - "GET /mcp HTTP/1.1" 405 0', 'status-method-not-allowed'],
    ['160.79.106.35 "POST /register HTTP/1.1" 400 31', 'status-registration-refused'],
    ['"GET /.well-known/oauth-protected-resource/mcp HTTP/1.1" 404', 'status-metadata-not-found'],
    ['POST https://mcp.acme.dev/mcp 502 (Bad Gateway)', 'status-server-error'],
    ['160.79.106.35 "POST /api/mcp HTTP/1.1" 429', 'status-rate-limited'],
    ['"POST /mcp/ HTTP/1.1" 403 0 python-httpx/0.28.1', 'status-forbidden'],
    ['"POST /mcp HTTP/1.1" 400 0', 'status-bad-request'],
    ['our MCP server answers with HTTP 406 since today', 'not-acceptable'],
  ])('reads the log line %s', (line, id) => {
    expect(explain(line).matched).toEqual([id]);
  });

  it.each([
    ['curl: (6) Could not resolve host: mcp.acme.dev', 'name-not-found'],
    ['curl: (7) Failed to connect to mcp.acme.dev port 443', 'connection-refused'],
    ['MCP server "acme": connect ETIMEDOUT 203.0.113.7:443', 'connection-timed-out'],
    ['* Connected to mcp.acme.dev\ncurl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL', 'connection-reset'],
    ['mcp fetch error, code: CERT_HAS_EXPIRED', 'certificate-expired'],
    ['https://mcp.acme.dev/mcp ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-for-another-name'],
    ['https://mcp.acme.dev/mcp: DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-not-trusted'],
  ])('knows why no answer came: %s', (text, id) => {
    expect(explain(text).matched).toEqual([id]);
    expect(explain(text.replaceAll(/mcp/gi, 'web')).matched).toEqual([]);
  });

  it('finds nothing wrong in a log of what went well', () => {
    expect(explain('"POST /mcp HTTP/1.1" 200 0\n"POST /mcp HTTP/1.1" 202 0').matched).toEqual([]);
  });

  it('reads JSON-RPC errors of MCP, and of nothing else', () => {
    const error = '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}}';
    expect(explain(`tools/list ${error}`)).toMatchObject({ matched: ['rpc-error'], found: { rpcCode: -32601 } });
    expect(explain(error)).toMatchObject({ matched: [], found: { rpcCode: -32601 } });
    expect(
      explain('{"jsonrpc":"2.0","error":{"code":-32001,"message":"Session not found"},"id":null}').matched,
    ).toEqual(['session-not-found']);
  });

  it('knows Microsoft’s codes by their whole number', () => {
    expect(explain('AADSTS53003').matched).toEqual(['entra-access-blocked']);
    expect(explain('AADSTS530031: Access policy does not allow token issuance.')).toMatchObject({
      matched: ['entra-other-code'],
      found: { identityCode: 'AADSTS530031' },
    });
  });

  it('repairs a reference of a screenshot', () => {
    expect(explain('share this reference with support: of1d 9d403f344d55da0a').reference).toBe('ofid_9d403f344d55da0a');
  });

  it('says that it does not know, with what there is', () => {
    expect(explain('HTTP 418 from https://mcp.acme.dev/tea')).toMatchObject({
      matched: [],
      meaning: 'This text is not known here. That does not mean that nothing is wrong.',
      found: { status: 418, host: 'mcp.acme.dev' },
      notAConnectorFault: false,
    });
  });

  it('finds a short sentence in quotes or in a line of its own, where connectors are spoken of', () => {
    expect(explain('When I add my connector I only get “Couldn’t connect”, nothing else.').matched).toEqual([
      'could-not-connect',
    ]);
    const page = ['Settings', 'General', 'Account', 'Privacy', 'Billing', 'Connectors', 'Usage', 'Team', 'Owner'];
    expect(explain([...page, 'Missing permissions', 'Close'].join('\n')).matched).toEqual(['missing-permissions']);
    expect(explain('She wrote: “Couldn’t connect” on the wall.').matched).toEqual([]);
    expect(explain('Our USB connector is broken, “Couldn’t connect” said the shop.').matched).toEqual([]);
  });

  it('tells codes from ordinary words', () => {
    expect(explain('invalid_target: The resource parameter is invalid').matched).toEqual(['invalid-target']);
    expect(explain('make: *** Invalid target, no rule for it').matched).toEqual([]);
  });

  it('does not mix what is no connector’s fault with what is', () => {
    const both = 'Couldn’t reach the MCP server.\n5-hour limit reached - resets 3pm';
    expect(explain(both)).toMatchObject({ matched: ['could-not-reach', 'plan-limit'], notAConnectorFault: false });
    expect(explain(both).causes.map(({ code }) => code)).not.toContain('limits.plan-usage');
  });
});

describe('the causes, held against the address in the text', () => {
  const decidedByAddress = ['url.scheme-not-https', 'url.private-host', 'url.nonstandard-port'];
  const causesAt = (address: string) => explain(`Couldn’t reach the MCP server. ${address}`).causes;

  it.each([
    ['https://mcp.acme.dev/mcp', []],
    ['https://mcp.acme.dev:443/mcp', []],
    ['https://mcp.acme.dev:8443/mcp', ['url.nonstandard-port']],
    ['https://192.168.1.4/mcp', ['url.private-host']],
    ['https://connector.acme.internal/mcp', ['url.private-host']],
    ['http://mcp.acme.dev/mcp', ['url.scheme-not-https']],
    ['http://localhost:3000', decidedByAddress],
    ['https://mcp.acme.dev:8443/s/9f31aa7bc2d4e5f60718/mcp', ['url.nonstandard-port']],
  ])('begin with what %s shows', (address, shown) => {
    const causes = causesAt(address);
    expect(causes.filter(({ likelihood }) => likelihood === 'shown').map(({ code }) => code)).toEqual(shown);
    expect(causes.slice(0, shown.length).map(({ code }) => code)).toEqual(shown);
    expect(causes.slice(shown.length).filter(({ code }) => decidedByAddress.includes(code))).toEqual([]);
    expect(causes.some(({ code }) => code.startsWith('dns.'))).toBe(!/localhost|192/.test(address));
  });

  it('hold no address against Claude Code, which connects from one’s own computer', () => {
    expect(explain('mcp ECONNREFUSED http://localhost:3000/mcp').causes).toMatchObject([
      { code: 'net.refused', likelihood: 'usual' },
    ]);
  });

  it('have at most one usual cause, the first', () => {
    for (const { shown } of Object.values(errorSentences))
      expect(
        explain(shown)
          .causes.slice(1)
          .map(({ likelihood }) => likelihood),
      ).not.toContain('usual');
  });
});

describe('any text at all', () => {
  const shown = Object.values(errorSentences).map((sentence) => sentence.shown);
  const secret = fc.stringMatching(/^[a-z]{3}S3CR3T[A-Za-z0-9]{20,30}$/);

  it('is explained without an exception, in a bounded answer', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom(...shown),
      fc.constantFrom('%', '&#', '\\u', 'AADSTS', '"POST ', 'https://'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const { matched, meaning, causes } = explain(parts.join(' '));
        expect(meaning).not.toBe('');
        expect(new Set(causes.map(({ code }) => code)).size).toBe(causes.length);
        expect(new Set(matched).size).toBe(matched.length);
      }),
    );
  });

  it('never repeats what may be a secret', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...shown), (word, sentence) => {
        const places = [
          `https://user:${word}@mcp.acme.dev/mcp?token=${word}#${word}`,
          `https://mcp.acme.dev/${word}/mcp`,
          `Authorization: Bearer ${word}`,
          `POST /mcp?key=${word} HTTP/1.1" 401`,
          `oauth_error=${word}&step=${word}`,
          `{"access_token":"${word}","error":{"code":-32602}}`,
          encodeURIComponent(`https://mcp.acme.dev/mcp?apiKey=${word}`),
        ];
        for (const place of [...places, places.join('\n')]) {
          expect(JSON.stringify(explain(`${sentence}\n${place}`))).not.toContain(word);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never repeats a token of a path, a name or an address of Claude’s', () => {
    const unit = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-');
    const token = fc
      .string({ unit, minLength: 8, maxLength: 40 })
      .filter((word) => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word));
    const prefix = fc.constantFrom('', 'sk-', 'pat_', 'ghp_', 'xoxb-');
    const place = fc.constantFrom('', '/s', '/k', '/key', '/token', '/mcp');
    fc.assert(
      fc.property(token, prefix, place, (word, start, before) => {
        for (const segment of ['', 'token=', 'v:', 'apikey:', 'mcp;token=', 'mcp;']) {
          const text = `Couldn’t reach the MCP server https://mcp.acme.dev${before}/${segment}${start}${word}/mcp`;
          expect(JSON.stringify(explain(`${text}\n?step=${word}&oauth_error=${word}`))).not.toContain(word);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('repeats a step and an error of known form alone', () => {
    const { found, matched } = explain('claude.ai/?step=mysecretpasswordvalue&oauth_error=hunterhunterhunter');
    expect(found).toMatchObject({ stage: null, oauthError: null });
    expect(matched).toEqual(['oauth-error-other']);
    expect(explain('oauth_error=mcp_session_gone&step=end_error').found).toMatchObject({
      stage: 'end_error',
      oauthError: 'mcp_session_gone',
    });
    expect(explain('oauth_error=McpTokenError').found.oauthError).toBe('McpTokenError');
  });

  it.each([
    ['blanks', ' '.repeat(300_000)],
    ['percents', '%25'.repeat(50_000)],
    ['beginnings of phrases', 'couldn’t register with '.repeat(8_000)],
    ['addresses', 'https://a/'.repeat(20_000)],
    ['requests', '"POST '.repeat(30_000)],
    ['dashes in lines', `${'mcp - '.repeat(40)}\n`.repeat(500)],
    ['quotes and backslashes', '\\\\"'.repeat(60_000)],
    ['letters that fall apart', '\ufdfa'.repeat(100_000)],
    ['entities', '&#'.repeat(90_000)],
    ['endings that are cut off', `${'the integration rejected the cred…\n'}`.repeat(4_000)],
  ])(
    'takes no time out of bounds for %s',
    (_name, text) => {
      expect(explain(text).meaning).not.toBe('');
    },
    20_000,
  );
});
