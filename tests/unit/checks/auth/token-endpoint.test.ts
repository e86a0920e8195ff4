import { describe, expect, it } from 'vitest';
import { tokenEndpoint } from '../../../../lib/checks/auth/token-endpoint.ts';
import type { TokenRequest } from '../../../../lib/kernel/evidence-active.ts';
import { registering, tokenAnswer } from './active-evidence.ts';
import { failure, judge, unavailable } from './sign-in-evidence.ts';

const form = 'auth.token-endpoint-rejects-form';
const nonstandard = 'auth.token-error-nonstandard';

function judged(request: TokenRequest) {
  return judge(tokenEndpoint, { ...registering(), 'token-request': request });
}

describe('the token endpoint', () => {
  it.each([
    [400, { error: 'invalid_grant' }],
    [400, { error: 'invalid_client' }],
    [400, { error: 'invalid_target', error_description: 'The resource is not known' }],
    [401, { error: 'invalid_client', error_description: 'unknown' }],
  ] as const)('answers as it should: %s %j', (status, body) => {
    expect(judged(tokenAnswer(status, body))).toMatchObject({ codes: [], passed: [form, nonstandard] });
  });

  it.each([
    [415, 'Unsupported Media Type', 'certain'],
    [400, { error: 'invalid_request', error_description: 'Content-Type must be application/json' }, 'likely'],
    [400, 'Unexpected token g in JSON at position 0', 'likely'],
    [500, { message: 'Invalid JSON' }, 'likely'],
  ] as const)('does not read forms: %s %j', (status, body, confidence) => {
    const { found, skipped } = judged(tokenAnswer(status, body));
    expect(found).toMatchObject([{ code: form, confidence }]);
    expect(skipped).toEqual({ [nonstandard]: 'not-applicable' });
  });

  it.each([
    [500, { error: 'server_error' }, 'status', 'problem'],
    [200, { error: 'bad_verification_code' }, 'status', 'problem'],
    [401, { error: 'invalid_grant' }, 'status', 'problem'],
    [403, '', 'other', 'problem'],
    [400, '<h1>Bad Request</h1>', 'other', 'problem'],
    [302, '', 'redirect', 'problem'],
    [400, { error: 'unsupported_grant_type' }, 'error', 'problem'],
    [400, { error: 'unauthorized_client' }, 'error', 'problem'],
    [400, { error: 'invalid_scope' }, 'error', 'problem'],
    [403, { error: 'invalid_target' }, 'status', 'problem'],
    [400, { error: 'invalid_request', error_description: 'malformed code' }, 'error', 'warning'],
    [200, { access_token: 'redacted-token-1', token_type: 'Bearer' }, 'issued', 'problem'],
  ] as const)('answers in its own way: %s %j', (status, body, how, severity) => {
    expect(judged(tokenAnswer(status, body)).found).toMatchObject([
      { code: nonstandard, severity, values: { how, status } },
    ]);
  });

  it('may refuse a client that nobody knows for something else first', () => {
    const { found } = judged(tokenAnswer(400, { error: 'unauthorized_client' }, { clientId: 'made-up' }));
    expect(found).toMatchObject([{ code: nonstandard, severity: 'warning', confidence: 'possible' }]);
  });

  it.each([
    ['nobody is there', tokenAnswer(404, 'Not Found'), 'not-reached'],
    ['there is no answer', { ...tokenAnswer(200), exchange: failure('timeout') }, 'not-reached'],
    ['it was not asked', { ...tokenAnswer(200), exchange: null, refused: 'private-address' as const }, 'not-reached'],
    ['something before it answered', tokenAnswer(429, 'slow down'), 'vantage'],
  ] as const)('is not judged where %s', (_name, request, because) => {
    const { skipped, passed } = judged(request);
    expect(passed).toEqual([]);
    expect(skipped).toEqual({ [form]: because, [nonstandard]: because });
  });

  it('is not asked without the person’s word', () => {
    const { skipped } = judge(tokenEndpoint, { ...registering(), 'token-request': unavailable('consent') });
    expect(skipped).toEqual({ [form]: 'consent', [nonstandard]: 'consent' });
  });
});
