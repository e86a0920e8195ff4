import type { NamedError } from '../../kernel/evidence-active.ts';
import type { SignInFailure } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { stringMember } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { documentIn } from '../auth/fetch-document.ts';
import { NoAnswer } from './fetch-through-ask.ts';

/** Why a request to the authorization server brought nothing usable, from what was thrown and what was answered. */
export function failureOf(error: unknown, answered: Exchange | null): Omit<SignInFailure, 'stage'> {
  if (error instanceof NoAnswer) return { why: error.why, error: null, detail: error.message };
  if (answered?.kind !== 'response') return { why: 'not-asked', error: null, detail: '' };
  const { status, body } = answered;
  const named = errorIn(body);
  if (named) return { why: 'refused', error: named, detail: `HTTP status ${status}` };
  return { why: status < 300 ? 'unreadable' : 'refused', error: null, detail: `HTTP status ${status}` };
}

/** The OAuth error that stands in an address, redacted; else null. */
export function errorInAddress(
  parameters: URLSearchParams,
  { redact }: Pick<ProbeContext<never>, 'redact'>,
): NamedError | null {
  const code = parameters.get('error');
  if (code === null) return null;
  const description = redact(parameters.get('error_description') ?? '');
  return { code: inOneLine(redact(code), 100), description: inOneLine(description) };
}

function errorIn(body: string): NamedError | null {
  const document = documentIn(body);
  const code = stringMember(document, 'error');
  if (code === undefined) return null;
  return { code: inOneLine(code, 100), description: inOneLine(stringMember(document, 'error_description') ?? '') };
}
