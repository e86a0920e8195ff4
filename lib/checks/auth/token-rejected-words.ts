import type { CodeWords } from '../../kernel/check.ts';
import { choose } from './choose.ts';
import { fixInWords } from './provider-fix.ts';

const title = choose('reason', {
  scope_unfinished: 'The server asks for more scope than the token has',
  scope_once: 'The server asks for more scope than the token has',
  other: choose('asked', {
    call: 'The server refuses calls with the token that was just issued',
    other: 'The server refuses the token that was just issued',
  }),
});

const request = choose('asked', {
  list: 'The request for the tools',
  call: 'The call of a made-up tool',
  other: 'The first request',
});

const said = '{spoke, select, yes { The server said: “{said}”.} other {}}';

const unfinished = choose('ended', {
  page: ': the sign-in service showed a page that waits for a person',
  closed: ': nobody came back from the sign-in in time',
  unreachable: ': the sign-in service did not answer',
  other: '',
});

const reason = choose('reason', {
  audience: ' The token is for somebody else: its audience (aud) is not this connector’s address.',
  audience_alike:
    ' The token’s audience (aud) is this connector’s address in another spelling, such as with a slash at its end, which many libraries take for another one.',
  audience_missing: ' The token names no audience (aud).',
  issuer: ' The token names another issuer (iss) than the sign-in service that gave it.',
  issuer_alike:
    ' The token names its issuer (iss) in another spelling than the sign-in service does, such as with a slash at its end.',
  expired: ' By this machine’s clock the token had already expired when it came.',
  not_yet: ' By this machine’s clock the token is not valid yet.',
  size: ' The token is {length, number} characters long; many servers and proxies take no header beyond 8,000 or 16,000.',
  scope: ' It asks for more scope, also after a second sign-in for just that.',
  scope_refused:
    ' It asks for more scope, and the sign-in service refused a second sign-in for just that{error, select, none {} other { (“{error}”)}}.',
  scope_unfinished: ` It asks for more scope. A second sign-in for just that did not come to its end${unfinished}. So nobody saw what the server makes of a token with that scope.`,
  scope_once:
    ' It asks for more scope. This check signs in a second time only once, and had done so for another request, so nobody saw what the server makes of a token with that scope.',
  other: '',
});

const soft =
  '{soft, select, yes { Clients know a refused token by HTTP status 401 with a WWW-Authenticate header; after another answer they do not sign in again.} other {}}';

const follows = choose('asked', {
  call: ' Claude connects and lists the tools, and then its calls fail.',
  other: ' Claude signs people in, is refused and undoes the connection.',
});

const fix = choose('reason', {
  audience:
    'Let the sign-in service put the resource parameter ({resource}) into the token’s audience, and let the server accept just that.',
  audience_alike:
    'Use one spelling everywhere: in the resource metadata, in the token’s audience and in the server’s settings.',
  audience_missing:
    'Let the sign-in service put the resource parameter ({resource}) into the token’s audience if the server looks for it.',
  issuer: 'Let the server expect the issuer that the sign-in service writes into its tokens.',
  issuer_alike:
    'Use one spelling of the issuer everywhere: in the metadata, in the tokens and in the server’s settings.',
  expired: 'Set the clocks of the sign-in service and of the server.',
  not_yet: 'Set the clocks of the sign-in service and of the server.',
  size: 'Let the sign-in service issue shorter tokens, with fewer claims in them or none, or raise the limit for request headers at the server and at every proxy before it.',
  scope:
    'Let the scope that the challenge asks for be one that the sign-in service gives, and see that it stands in the new token.',
  scope_refused: 'Let the sign-in service give the scope that the server asks for.',
  scope_unfinished:
    'Name all scopes that the first requests need in the 401’s challenge, so that one sign-in is enough. To see the rest, run the check again{vantage, select, extension {, and finish the second sign-in as well} other { in a browser, without --headless-consent}}.',
  scope_once:
    'Name all scopes that the first requests need in the 401’s challenge, so that one sign-in is enough for all of them.',
  other:
    'See in the server’s log why it refuses the token: audience, issuer, signature key, scope or a clock are the usual reasons. Something before the server may refuse requests with a token as well.',
});

/** What `auth.token-rejected` says. */
export const tokenRejectedWords: CodeWords = {
  title,
  detail: `${request} carried the token that the sign-in had just brought, and was answered with HTTP status {status}.${said}${reason}${soft}${choose(
    'reason',
    { scope_unfinished: '', scope_once: '', other: follows },
  )}`,
  fix: fixInWords('auth.token-rejected', fix),
};
