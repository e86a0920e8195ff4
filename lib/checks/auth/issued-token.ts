import { defineCheck, found, skip, type CodeDefinition, type Found } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { IssuedToken, SignIn } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Confidence, Severity, Values } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isInside } from '../../kernel/behind-sign-in.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { choose } from './choose.ts';
import { sources } from './sources.ts';

type Code = 'auth.token-unusable';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.token-unusable': {
    severity: 'blocker',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title: choose('what', {
      empty: 'The token that was issued is empty',
      unsendable: 'The token that was issued cannot be sent',
      type: 'The token that was issued is of the type {type}, not Bearer',
      other: 'The token response has members that are null: {members}',
    }),
    detail: choose('what', {
      empty:
        'The token endpoint answered with an access_token without a character in it. There is nothing to send, so nothing was asked with it.',
      unsendable:
        'The access token holds characters that no HTTP header can carry, such as line breaks, control characters or letters beyond ASCII, so nothing was asked with it. A bearer token is made of letters, digits and -._~+/ (RFC 6750).',
      type: `Clients of MCP send tokens as bearer tokens (Authorization: Bearer). One of another type needs more than that: for DPoP (RFC 9449), a proof by a key that the client holds. ${choose(
        'taken',
        {
          yes: 'This server took it as a bearer token all the same; a client that heeds the type may give up.',
          other: 'This check sent it as a bearer token.',
        },
      )}`,
      other: `The answer to {asked, select, refresh {the refresh token} other {the code}} holds {members} with the value null. OAuth has no null there: members that have nothing to say are left out. Strict clients refuse the whole answer and have no token then; the official MCP client package is one. This check left {count, plural, one {it} other {them}} out and went on.`,
    }),
    fix: choose('what', {
      type: 'Issue bearer tokens to MCP clients (token_type: Bearer), at least where they did not send a DPoP proof.',
      other: choose('what', {
        empty: 'Let the token endpoint put the token into access_token, or answer with an OAuth error.',
        unsendable: 'Issue tokens of letters, digits and -._~+/ alone; Base64url is usual.',
        other: 'Leave {members} out of the token response where there is nothing to say.',
      }),
    }),
    sources: [
      sources.authentication,
      'https://www.rfc-editor.org/rfc/rfc6749#section-5.1',
      'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
    ],
  },
};

const uses = [
  ...activeUses,
  'sign-in',
  'signed-in-initialize',
  'signed-in-discover',
  'signed-in-listing',
  'refresh',
] as const;

type Seen = Pick<EvidenceMap, 'initialize' | 'typed'> & {
  readonly [K in (typeof uses)[number]]: Observation<EvidenceMap[K]>;
};

/** Whether a client can use what the token endpoint issued: its form alone, whatever the server makes of it. */
export const issuedToken = defineCheck({
  topic: 'issued-token',
  needs: ['initialize', 'typed'],
  uses,
  codes,
  evaluate: (seen) =>
    judgeActive(seen, seen['sign-in'], codes, (signIn) => {
      if (!signIn.issued) return [skip('not-reached', 'auth.token-unusable')];
      const responses = tokenResponses(seen, signIn);
      return [unsendable(responses), otherType(responses, isInside(seen)), nulls(responses)].flatMap(
        (outcome) => outcome ?? [],
      );
    }),
});

interface TokenResponse {
  readonly asked: 'code' | 'refresh';
  readonly issued: IssuedToken;
  readonly exchange: Exchange | null;
}

function tokenResponses(seen: Seen, { issued, tokenAnswer }: SignIn): readonly TokenResponse[] {
  const rounds = observed(seen.refresh)?.rounds ?? [];
  return [
    ...(issued ? [{ asked: 'code' as const, issued, exchange: tokenAnswer }] : []),
    ...rounds.flatMap((round) =>
      round.issued ? [{ asked: 'refresh' as const, issued: round.issued, exchange: round.exchange }] : [],
    ),
  ];
}

interface Weight {
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

const certain: Weight = {};
const likely: Weight = { severity: 'problem', confidence: 'likely' };
const possible: Weight = { severity: 'warning', confidence: 'possible' };

function outcome(what: string, { asked, exchange }: TokenResponse, values: Values, weight: Weight): Found<Code> {
  const none = { type: '–', taken: 'no', members: '–', count: 0 };
  return found('auth.token-unusable', { values: { ...none, ...values, what, asked }, evidence: [exchange], ...weight });
}

function unsendable(responses: readonly TokenResponse[]): Found<Code> | null {
  const bad = responses.find(({ issued }) => issued.form !== undefined && issued.form !== 'sendable');
  // After a first good token it is renewals that end so.
  return bad ? outcome(String(bad.issued.form), bad, {}, bad.asked === 'code' ? certain : likely) : null;
}

function otherType(responses: readonly TokenResponse[], taken: boolean): Found<Code> | null {
  const bad = responses.find(({ issued }) => issued.type.toLowerCase() !== 'bearer');
  if (!bad) return null;
  return outcome('type', bad, { type: bad.issued.type, taken: taken ? 'yes' : 'no' }, taken ? possible : likely);
}

function nulls(responses: readonly TokenResponse[]): Found<Code> | null {
  const bad = responses.find(({ issued }) => (issued.nulls ?? []).length > 0);
  const members = bad?.issued.nulls ?? [];
  return bad ? outcome('nulls', bad, { members: members.join(', '), count: members.length }, likely) : null;
}
