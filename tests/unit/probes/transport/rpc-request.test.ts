import { describe, expect, it } from 'vitest';
import { initializeParams, rpcAsk } from '../../../../lib/probes/transport/rpc-request.ts';

function nameHeader(uri: string): string | undefined {
  const request = {
    url: 'https://mcp.acme.dev/mcp',
    era: 'modern',
    method: 'resources/read',
    step: null,
    id: 1,
  } as const;
  return rpcAsk({ ...request, params: { uri } }).headers?.['mcp-name'];
}

describe('what we declare', () => {
  // Some servers name their apps to such clients alone.
  const apps = '{"extensions":{"io.modelcontextprotocol/ui":{"mimeTypes":["text/html;profile=mcp-app"]}}}';

  it('is that we know MCP Apps, as Claude does, in initialize', () => {
    expect(JSON.stringify(initializeParams('2025-11-25')['capabilities'])).toBe(apps);
  });

  it('is the same with every request of 2026-07-28', () => {
    const request = {
      url: 'https://mcp.acme.dev/mcp',
      era: 'modern',
      method: 'tools/list',
      step: null,
      id: 1,
    } as const;
    expect(rpcAsk(request).body).toContain(`"io.modelcontextprotocol/clientCapabilities":${apps}`);
  });
});

describe('Mcp-Name', () => {
  it.each([['ui://acme/chart'], ['file:///a b']])('carries %j as it is', (uri) => {
    expect(nameHeader(uri)).toBe(uri);
  });

  // The examples of the specification.
  it.each([
    ['Hello, 世界', '=?base64?SGVsbG8sIOS4lueVjA==?='],
    [' padded ', '=?base64?IHBhZGRlZCA=?='],
  ])('carries %j in Base64', (uri, header) => {
    expect(nameHeader(uri)).toBe(header);
  });

  it('leaves no doubt whether a name is Base64', () => {
    expect(nameHeader('=?base64?eA==?=')).toBe('=?base64?PT9iYXNlNjQ/ZUE9PT89?=');
  });
});
