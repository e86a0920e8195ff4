import type { Answer, ProbeContext } from '../../kernel/probe.ts';
import { bearerHeader } from './rpc-request.ts';

/** The session id that an answer to initialize gave, if it did. Never recorded. */
export function sessionIdOf(answer: Answer): string | undefined {
  return answer.kind === 'response' ? answer.headers['mcp-session-id'] : undefined;
}

/**
 * Ends a session that we opened, so that we leave nothing behind.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management
 */
export function deleteSession(
  context: Pick<ProbeContext<never>, 'ask'>,
  session: {
    readonly url: string;
    readonly id: string;
    readonly version?: string;
    readonly bearer?: string | null;
  },
): Promise<Answer> {
  return context.ask({
    step: null,
    method: 'DELETE',
    url: session.url,
    era: 'legacy',
    withOwnHeaders: true,
    headers: {
      'mcp-session-id': session.id,
      ...(session.version !== undefined && { 'mcp-protocol-version': session.version }),
      ...bearerHeader(session.bearer),
    },
    limit: 'side',
    // The session is this address's own: nobody else has one to end.
    maxRedirects: 0,
  });
}
