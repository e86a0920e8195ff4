import { describe, expect, it } from 'vitest';
import { serverInfo } from '../../../../lib/checks/server/server-info.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { initialize, judged, notInitialized, result, rpcError, type Evidence } from '../transport/evidence.ts';

function legacy(info: Json | undefined, rest: JsonObject = {}): Evidence {
  const handshake = {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    ...(info !== undefined && { serverInfo: info }),
    ...rest,
  };
  return { initialize: initialize(result(handshake)), discover: notInitialized };
}

function modern(info: Json | undefined): Evidence {
  return {
    initialize: initialize(rpcError(400, -32022, 'Unsupported protocol version')),
    discover: result({
      supportedVersions: ['2026-07-28'],
      capabilities: {},
      ...(info !== undefined && { _meta: { 'io.modelcontextprotocol/serverInfo': info } }),
    }),
  };
}

describe('server.info-incomplete', () => {
  it.each([
    [{ name: '', version: '1' }, 'name'],
    [{ name: 'notes', version: ' ' }, 'version'],
    [{ name: '', version: '' }, 'both'],
  ])('is found after initialize for %j', (info, missing) => {
    const said = judged(serverInfo, legacy(info));
    expect(said.found).toEqual(['server.info-incomplete']);
    expect(said.finding('server.info-incomplete').values).toMatchObject({ missing, method: 'initialize' });
  });

  it.each([
    [undefined, 'all'],
    [{}, 'both'],
    [{ name: 'notes' }, 'version'],
    [{ version: '1' }, 'name'],
  ])('is found after server/discover for %j', (info, missing) => {
    const said = judged(serverInfo, modern(info));
    expect(said.found).toEqual(['server.info-incomplete']);
    expect(said.finding('server.info-incomplete').values).toMatchObject({ missing, method: 'server/discover' });
  });

  it.each([
    ['initialize', legacy({ name: 'notes', version: '1' })],
    ['server/discover', modern({ name: 'notes', version: '1' })],
  ])('wants no title after %s', (_method, evidence) => {
    const said = judged(serverInfo, evidence);
    expect(said.found).toEqual([]);
    expect(said.passed).toEqual(['server.info-incomplete', 'server.instructions-long']);
  });

  it.each([[undefined], [{ name: 'notes' }], [{ version: '1' }], ['notes']])(
    'leaves serverInfo %j to the check of the handshake',
    (info) => {
      expect(judged(serverInfo, legacy(info)).skipped).toEqual({ 'server.info-incomplete': 'not-applicable' });
    },
  );

  it('is not judged where nothing works', () => {
    const said = judged(serverInfo, { initialize: initialize(rpcError(500, -32603, 'boom')) });
    expect(said.skipped).toEqual({
      'server.info-incomplete': 'not-reached',
      'server.instructions-long': 'not-reached',
    });
  });
});

describe('server.instructions-long', () => {
  const info = { name: 'notes', version: '1' };

  it('is found over 2,000 characters', () => {
    const said = judged(serverInfo, legacy(info, { instructions: 'x'.repeat(2_001) }));
    expect(said.found).toEqual(['server.instructions-long']);
    expect(said.finding('server.instructions-long').values).toEqual({ length: 2_001 });
  });

  it.each([['x'.repeat(2_000)], ['']])('is not found up to them', (instructions) => {
    expect(judged(serverInfo, legacy(info, { instructions })).found).toEqual([]);
  });
});
