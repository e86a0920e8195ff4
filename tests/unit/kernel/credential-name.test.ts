import { describe, expect, it } from 'vitest';
import { isCredentialName } from '../../../lib/kernel/credential-name.ts';

const credentials =
  'token key apiKey api_key APIKEY access_token accesstoken userToken auth secret password code client_secret clientSecret X-Api-Key x-auth-token Private-Token Ocp-Apim-Subscription-Key x-functions-key sessionId session_id X-Amz-Signature refresh_token id_token code_verifier registration_access_token GITHUB_PERSONAL_ACCESS_TOKEN OPENAI_API_KEY DB_PASSWORD jwt sig api-key IDToken';
const others =
  'keyword tokenize tokens max_tokens maxTokens token_endpoint token_type author country_code status_code public_key key_id client_id monkey access-control-allow-credentials surrogate-key page_token nextPageToken progressToken error state scope resource www-authenticate code_challenge grant_type description passport';

describe('names of credentials', () => {
  it.each(credentials.split(' '))('%s is one', (name) => expect(isCredentialName(name)).toBe(true));
  it.each(['', ...others.split(' ')])('“%s” is none', (name) => expect(isCredentialName(name)).toBe(false));
});
