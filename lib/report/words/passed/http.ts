import type { CodeOf, PhrasesOf } from './phrases.ts';

/** Whether an answer comes at all, and from whom. */
export const httpPhrases: PhrasesOf<CodeOf<'http'>> = {
  'http.redirect-cross-host': {
    passed: 'The first request is not led to another host',
    question: 'whether the first request is led to another host',
  },
  'http.redirect-insecure': {
    passed: 'The first request is not led to an unencrypted address',
    question: 'whether the first request is led to an unencrypted address',
  },
  'http.redirect-changes-method': {
    passed: 'No redirect of the https address changes the request',
    question: 'whether a redirect changes the request',
  },
  'http.redirect-same-host': {
    passed: 'No redirect on the same host, apart from http to https',
    question: 'whether the address redirects to another one on its host',
  },
  'http.redirect-loop': {
    passed: 'No redirects lead round in circles',
    question: 'whether redirects lead round in circles',
  },
  'http.login-wall': {
    passed: 'No sign-in page of a gateway stood in the way',
    question: 'whether a gateway’s sign-in page stands in the way',
  },
  'http.bot-challenge': {
    passed: 'No bot check stood in the way',
    question: 'whether a bot check stands in the way',
  },
  'http.waf-block': {
    passed: 'No firewall or filter was seen to refuse the first request',
    question: 'whether a firewall or filter refuses the request',
  },
  'http.claude-user-agent-blocked': {
    passed: 'No request was refused for calling itself Claude’s',
    question: 'whether requests are refused for calling themselves Claude’s',
  },
  'http.own-user-agent-refused': {
    passed: 'Nothing shows that this check is refused for its own name',
    question: 'whether this check is refused for its own name',
  },
  'http.address-not-allowed': {
    passed: 'The server does not say that it takes certain addresses only',
    question: 'whether the server says that it takes certain addresses only',
  },
  'http.origin-required': {
    passed: 'The server did not ask for an Origin header',
    question: 'whether the server asks for an Origin header',
  },
  'http.csrf-protection': {
    passed: 'No protection against forged forms (CSRF) refused the request',
    question: 'whether protection against forged forms (CSRF) refuses the request',
  },
  'http.malformed-answer': {
    passed: 'The answer breaks no rules of HTTP',
    question: 'whether the answer keeps the rules of HTTP',
  },
  'http.rate-limited': {
    passed: 'No limit on the number of requests stood in the way',
    question: 'whether a limit on the number of requests stands in the way',
  },
  'http.server-error': {
    passed: 'No server error (HTTP 500 and the like) stood in the way',
    question: 'whether the app fails with an error of its own (HTTP 500)',
  },
  'http.gateway-error': {
    passed: 'No failing gateway (HTTP 502 and the like) stood in the way',
    question: 'whether the gateway misses the app behind it (HTTP 502)',
  },
  'http.tunnel-offline': {
    passed: 'No disconnected tunnel stood in the way',
    question: 'whether a tunnel has lost its server',
  },
  'http.tunnel-interstitial': {
    passed: 'No warning page of a tunnel stood in the way',
    question: 'whether a tunnel’s warning page stands in the way',
  },
  'http.not-found': {
    passed: 'The address did not turn out to be missing',
    question: 'whether something is at this address',
  },
  'http.html-response': {
    passed: 'The address did not turn out to be that of a web page',
    question: 'whether the address is that of a web page for people',
  },
  'http.body-too-large': {
    passed: 'No reply was too large to be read',
    question: 'whether a reply is too large to be read',
  },
  'http.slow': {
    passed: 'Answers that came in time took no more than three seconds',
    question: 'whether answers take longer than three seconds',
  },
  'http.too-slow': {
    passed: 'Asking for sign-in metadata took no longer than Claude waits',
    question: 'whether sign-in metadata takes longer than Claude waits',
  },
};
