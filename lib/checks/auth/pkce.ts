import { defineCheck, found, skip, type CodeDefinition } from '../../kernel/check.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { listMember, shownList } from './metadata-members.ts';
import { fixInWords, providerValue } from './provider-fix.ts';
import { documentUses, judgeServer } from './sign-in-documents.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.pkce-not-advertised' | 'auth.pkce-s256-missing';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.pkce-not-advertised': {
    severity: 'blocker',
    confidence: 'likely',
    step: 6,
    who: 'author',
    title: 'The sign-in service does not say that it supports PKCE',
    detail:
      'The metadata at {url} has no code_challenge_methods_supported. MCP clients must take that for a service without PKCE, the protection that Claude always signs in with, and stop. Users of such services report that Claude stops before the sign-in page.',
    fix: fixInWords(
      'auth.pkce-not-advertised',
      'Add "code_challenge_methods_supported": ["S256"] to the metadata. Where the provider leaves it out and you cannot change that, serve its metadata from an address of your own with that member added, and name that address in authorization_servers.',
    ),
    sources: [sources.codeProtection, sources.troubleshooting, claudeIssue(786), claudeIssue(946)],
  },
  'auth.pkce-s256-missing': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service does not offer the PKCE method that Claude uses (S256)',
    detail:
      'In the metadata at {url}, code_challenge_methods_supported lists {methods}. Claude signs in with S256 alone; names count letter by letter.',
    fix: 'Support S256 and list it: "code_challenge_methods_supported": ["S256"].',
    sources: [sources.codeProtection, sources.troubleshooting, 'https://www.rfc-editor.org/rfc/rfc7636#section-4.2'],
  },
};

/** PKCE as the authorization server’s metadata offers it. */
export const pkce = defineCheck({
  topic: 'pkce',
  needs: ['initialize', 'typed'],
  uses: documentUses,
  codes,
  evaluate: (seen) =>
    judgeServer(seen, codes, ({ document, attempt, server }) => {
      const methods = listMember(document, 'code_challenge_methods_supported');
      const url = inOneLine(attempt.url);
      if (methods === 'unusable') return [skip('not-reached', 'auth.pkce-not-advertised', 'auth.pkce-s256-missing')];
      if (methods === 'absent') {
        return [
          found('auth.pkce-not-advertised', { values: { url, ...providerValue(server) } }),
          skip('not-applicable', 'auth.pkce-s256-missing'),
        ];
      }
      if (methods.includes('S256')) return [];
      return [found('auth.pkce-s256-missing', { values: { url, methods: shownList(methods) } })];
    }),
});
