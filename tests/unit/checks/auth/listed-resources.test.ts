import { describe, expect, it } from 'vitest';
import { resourceMetadataCheck } from '../../../../lib/checks/auth/resource-metadata.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  goodResource,
  goodServer,
  initialize,
  judge,
  noResource,
  origin,
  resource,
  server,
  typed,
  type Evidence,
} from './sign-in-evidence.ts';

const challenged = { initialize: initialize(answer(401, '', { 'www-authenticate': bearer })) };

function withDocument(document: JsonObject, more: Evidence) {
  return judge(resourceMetadataCheck, { ...challenged, 'resource-metadata': resource(document), ...more });
}

describe('the resources that the authorization server lists', () => {
  const elsewhere = 'https://notes.acme.workers.dev/mcp';
  const place = `${origin}/.well-known/oauth-authorization-server`;
  const lists = (listed: Json, more: JsonObject = {}) =>
    server(origin, attempt(place, 'rfc8414', { json: { ...goodServer(origin, more), protected_resources: listed } }));
  const judgedBy = (listed: Json, more: Evidence = {}, members: JsonObject = {}) =>
    withDocument(goodResource(), { 'authorization-server': lists(listed, members), ...more });

  it.each([[[connector]], [[elsewhere, `${connector}/`]], [[origin]], [[]], [['mcp']], ['mcp'], [null]])(
    'are well: %j',
    (listed) => {
      expect(judgedBy(listed).codes).toEqual([]);
    },
  );

  const withoutResource = (more: Evidence) =>
    judge(resourceMetadataCheck, { ...challenged, 'resource-metadata': noResource(), ...more });

  it('need not be all, so that the connector is only perhaps refused where it is not among them', () => {
    expect(judgedBy([elsewhere]).found).toMatchObject([
      {
        code: 'auth.prm-resource-mismatch',
        severity: 'warning',
        confidence: 'possible',
        step: 8,
        subject: { kind: 'authorization-server', url: origin },
        values: { from: 'server', listed: elsewhere, sure: 'no' },
      },
    ]);
  });

  const workers = { revocation_endpoint: `${origin}/token` };

  it('are all for a product of which that is known', () => {
    const { found } = judgedBy([elsewhere], {}, workers);
    expect(found).toMatchObject([
      { confidence: 'likely', step: 8, values: { sure: 'yes', provider: 'workers_oauth_provider' } },
    ]);
    expect(found[0]?.severity).toBeUndefined();
  });

  it('are judged where there is no resource metadata', () => {
    const known = lists([elsewhere], workers);
    const { codes, skipped } = withoutResource({ 'authorization-server': { ...known, from: 'origin' } });
    expect(codes).toEqual(['auth.prm-resource-mismatch']);
    expect(skipped).toMatchObject({ 'auth.prm-invalid': 'not-reached' });
    const well = withoutResource({ 'authorization-server': { ...lists([connector]), from: 'origin' } });
    expect(well.skipped).toMatchObject({ 'auth.prm-resource-mismatch': 'not-reached' });
  });

  it('go with a resource that is another one', () => {
    const other = withDocument(goodResource({ resource: elsewhere }), { 'authorization-server': lists([elsewhere]) });
    expect(other.codes).toEqual(['auth.prm-resource-mismatch']);
    expect(other.found[0]).toMatchObject({ confidence: 'certain', values: { from: 'resource', lists: 'yes' } });
    expect(other.found[0]?.evidence).toHaveLength(2);
  });

  it('are not held against a server that is not public yet', () => {
    const local = typed('http://localhost:3000/mcp', { local: true });
    const document = goodResource({ resource: 'http://localhost:3000/mcp' });
    const { codes } = withDocument(document, { typed: local, 'authorization-server': lists([elsewhere]) });
    expect(codes).toEqual([]);
  });
});
