import { describe, expect, it } from 'vitest';
import { rpcAsk } from '../../../../lib/probes/transport/rpc-request.ts';

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
