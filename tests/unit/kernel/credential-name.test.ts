import { describe, expect, it } from 'vitest';
import { isCredentialName, isKeySegment, looksRandom } from '../../../lib/kernel/credential-name.ts';

const credentials =
  'token key apiKey api_key APIKEY access_token accesstoken userToken auth secret password code client_secret clientSecret X-Api-Key x-auth-token Private-Token Ocp-Apim-Subscription-Key x-functions-key sessionId session_id X-Amz-Signature refresh_token id_token code_verifier registration_access_token GITHUB_PERSONAL_ACCESS_TOKEN OPENAI_API_KEY DB_PASSWORD jwt sig pw pwd passwd pass db_pw signature api-key IDToken connect.sid laravel_session .ASPXAUTH PHPSESSID ASP.NET_SessionId SECRET_KEY_BASE PGPASSWORD private_key_pem client_secret_value password_hash recovery_code backup_codes seed_phrase totp_seed mnemonic pin _csrf cookies';
const others =
  'keyword tokenize tokens max_tokens maxTokens token_endpoint token_type author country_code status_code public_key key_id client_id monkey access-control-allow-credentials surrogate-key page_token nextPageToken progressToken error state scope resource www-authenticate code_challenge grant_type description passport key_base database base64 hash key_value account_sid messageSid shipping session_expired error_codes catch_phrase random_seed author';

describe('names of credentials', () => {
  it.each(credentials.split(' '))('%s is one', (name) => expect(isCredentialName(name)).toBe(true));
  it.each(['', ...others.split(' ')])('“%s” is none', (name) => expect(isCredentialName(name)).toBe(false));
});

describe('random texts', () => {
  it.each(['8f3c9d2e7b6a4f1e9c0d8b7a6f5e4d3c', 'ZXhhbXBsZS1zZWNyZXQta2V5LTEyMzQ1'])('%s is one', (text) =>
    expect(looksRandom(text)).toBe(true),
  );
  it.each([
    '550e8400-e29b-41d4-a716-446655440000',
    'oauth-protected-resource-metadata-v2',
    'report-2024-01-02-final-version-of-it',
    '0'.repeat(40),
  ])('%s is none', (text) => expect(looksRandom(text)).toBe(false));
});

describe('segments of a path', () => {
  it.each(['q7Wm2Zx9Lk4Rt8Vb1Nc6', 'Xk29dLq81mZp05RtUvB7wYcN', '8f3c9d2e7b6a4f1e9c0d8b7a6f5e4d3c'])(
    '%s is a key',
    (text) => expect(isKeySegment(text)).toBe(true),
  );
  it.each([
    'oauth2ProtectedResource',
    'mcpServerVersion20251125',
    'Zx9Lk4Rt8',
    '550e8400-e29b-41d4-a716-446655440000',
    'claude-sonnet-4-5',
  ])('%s is none', (text) => expect(isKeySegment(text)).toBe(false));
});
