import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../../../lib/kernel/json.ts';
import { observed } from '../../../../lib/kernel/observation.ts';
import type { NetworkRequest } from '../../../../lib/kernel/ports.ts';
import { madeUpBearer } from '../../../../lib/probes/auth/made-up-bearer.ts';
import { challenging, response, walk, working, type Walk } from './sign-in-walk.ts';

const token = 'Bearer connector-doctor-made-up-token';

function methodOf({ body }: NetworkRequest): unknown {
  const message: unknown = JSON.parse(body ?? 'null');
  return isJsonObject(message) ? message['method'] : null;
}

async function tried(wishes: Omit<Walk, 'more'>) {
  const { seen, requests } = await walk({ ...wishes, more: [madeUpBearer] });
  const withToken = requests.filter(({ headers }) => headers['authorization'] !== undefined);
  return { evidence: seen['made-up-bearer'], withToken, requests };
}

describe('the request that asked for a sign-in', () => {
  it('is sent once more, with a token that says that it is none', async () => {
    const { evidence, withToken } = await tried({ mcp: challenging('Bearer') });
    expect(withToken.map(methodOf)).toEqual(['initialize']);
    expect(withToken[0]?.headers).toMatchObject({ authorization: token });
    expect(observed(evidence)?.exchange).toMatchObject({ status: 401 });
  });

  it('is the modern one where only that asked', async () => {
    const mcp = (method: string) => response(method === 'server/discover' ? 401 : 400);
    expect((await tried({ mcp })).withToken.map(methodOf)).toEqual(['server/discover']);
  });

  it('is the listing where everybody may connect', async () => {
    const mcp = (method: string) => (method === 'tools/list' ? response(401) : working()(method));
    const { withToken } = await tried({ mcp });
    expect(withToken.map(methodOf)).toEqual(['tools/list']);
    expect(withToken[0]?.headers).toMatchObject({ 'mcp-protocol-version': '2025-11-25' });
  });

  it('leaves no session behind where the token opened one', async () => {
    const result = { jsonrpc: '2.0', id: 64, result: { protocolVersion: '2025-11-25' } };
    let asked = 0;
    const mcp = (method: string) => {
      if (method !== 'initialize') return response(401);
      asked += 1;
      return asked === 1 ? response(401) : response(200, result, { 'mcp-session-id': 'opened-by-mistake' });
    };
    const { evidence, withToken } = await tried({ mcp });
    expect(observed(evidence)?.reply.kind).toBe('result');
    expect(withToken.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(withToken[1]?.headers).toMatchObject({ 'mcp-session-id': 'opened-by-mistake' });
  });

  it.each<[string, Omit<Walk, 'more'>, string]>([
    ['nobody asked for a sign-in', { mcp: working() }, 'prerequisite'],
    [
      'only the other era asked, and the tools were listed',
      {
        mcp: (method) => (method === 'server/discover' ? response(401) : working()(method)),
      },
      'prerequisite',
    ],
    ['the person gave a credential', { mcp: challenging('Bearer'), headerNames: ['authorization'] }, 'not-asked'],
    ['a quick look was wanted', { mcp: challenging('Bearer'), plans: ['walk'] }, 'not-asked'],
  ])('is not sent again where %s', async (_why, wishes, because) => {
    const { evidence, withToken } = await tried(wishes);
    expect(withToken).toEqual([]);
    expect(evidence).toEqual({ status: 'unavailable', because });
  });
});
