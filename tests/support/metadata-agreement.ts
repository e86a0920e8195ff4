import { processDiscoveryResponse, processResourceDiscoveryResponse } from 'oauth4webapi';
import type { AuthorizationServer, DocumentAttempt, Documents } from '../../lib/kernel/evidence.ts';
import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { stringMember } from '../../lib/kernel/json.ts';
import { observed } from '../../lib/kernel/observation.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { hydrateEvidence } from '../../lib/report/data/evidence-codec.ts';

/** What oauth4webapi said of one metadata document that our checks call fine. */
export interface Comparison {
  readonly document: 'resource metadata' | 'authorization server metadata';
  readonly url: string;
  /** Null: it accepts the document as well. Otherwise its own words. */
  readonly refusal: string | null;
  /** The reason for which we accept what it refuses, when there is one. */
  readonly exception: ExceptionName | null;
}

/** Hands each metadata document of a report that passed our checks to oauth4webapi, as it was received, with the identifier that it must name. */
export async function compareMetadata(report: Report): Promise<readonly Comparison[]> {
  return Promise.all(passedDocuments(report).map(compare));
}

interface PassedDocument {
  readonly document: Comparison['document'];
  readonly attempt: DocumentAttempt;
  readonly expected: string;
}

/** Where oauth4webapi compares more strictly than the clients that people use, by name, with the reason. */
const exceptions = {
  // RFC 3986 has two paths there; Claude and the official SDKs take one for the other, and nobody serves two resources that way.
  'a slash at the end': ({ expected, named }) => withoutSlash(named) === withoutSlash(expected),
} as const satisfies Record<string, (of: { readonly expected: string; readonly named: string }) => boolean>;

type ExceptionName = keyof typeof exceptions;

/** The names of all exceptions. */
export const exceptionNames = Object.keys(exceptions) as readonly ExceptionName[];

async function compare({ document, attempt, expected }: PassedDocument): Promise<Comparison> {
  const process = document === 'resource metadata' ? processResourceDiscoveryResponse : processDiscoveryResponse;
  const refusal = await process(new URL(expected), received(attempt)).then(
    () => null,
    (error: unknown) => String(error),
  );
  return { document, url: attempt.url, refusal, exception: refusal === null ? null : exceptionFor(attempt, expected) };
}

function exceptionFor({ document }: DocumentAttempt, expected: string): ExceptionName | null {
  const text = stringMember(document, 'resource') ?? stringMember(document, 'issuer') ?? '';
  if (!URL.canParse(text)) return null;
  const of = { expected: new URL(expected).href, named: new URL(text).href };
  return exceptionNames.find((name) => exceptions[name](of)) ?? null;
}

/** The answer again as it came; a body that the record cut off is written anew from what was parsed. */
function received({ exchange, document }: DocumentAttempt): Response {
  if (exchange?.kind !== 'response') return Response.error();
  const body = Buffer.byteLength(exchange.body) < exchange.bodyBytes ? JSON.stringify(document) : exchange.body;
  return new Response(body, { status: exchange.status, headers: exchange.headers });
}

function passedDocuments(report: Report): readonly PassedDocument[] {
  const seen = hydrateEvidence(report.evidence, report.exchanges);
  const behindCalls = seen['call-sign-in'] && observed(seen['call-sign-in']);
  const resource = (seen['resource-metadata'] && observed(seen['resource-metadata'])) ?? behindCalls?.resource;
  const server = (seen['authorization-server'] && observed(seen['authorization-server'])) ?? behindCalls?.server;
  const typed = seen.typed && observed(seen.typed);
  return [
    ...(passed(report, 'auth.prm-invalid', 'auth.prm-resource-mismatch')
      ? named('resource metadata', resource, typed?.url?.href)
      : []),
    ...(passed(report, 'auth.as-metadata-invalid', 'auth.issuer-mismatch')
      ? named('authorization server metadata', server, (server as AuthorizationServer | undefined)?.issuer)
      : []),
  ];
}

function passed(report: Report, ...codes: readonly FindingCode[]): boolean {
  return codes.every((code) => report.passed.includes(code));
}

function named(
  document: PassedDocument['document'],
  documents: Documents | null | undefined,
  expected: string | undefined,
): readonly PassedDocument[] {
  const attempt = documents?.attempts[documents.chosen ?? -1];
  return attempt && expected !== undefined ? [{ document, attempt, expected }] : [];
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}
