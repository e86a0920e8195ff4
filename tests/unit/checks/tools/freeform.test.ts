import { describe, expect, it } from 'vitest';
import { freeformTools } from '../../../../lib/checks/tools/freeform.ts';
import { said, tool, withParameters } from './listed-evidence.ts';

const text = { type: 'string' };
const vague = { description: 'Makes a request to the API.' };

describe('tools.catch-all-method', () => {
  it.each([
    ['GET and DELETE', { method: { type: 'string', enum: ['GET', 'DELETE'] } }],
    ['methods in lower case', { http_method: { enum: ['get', 'post'] } }],
    ['methods as alternatives', { httpMethod: { anyOf: [{ const: 'GET' }, { enum: ['PUT'] }] } }],
  ])('is likely with %s', (_what, parameters) => {
    const named = { description: 'Calls the Acme API.' };
    const heard = said(freeformTools, withParameters('api_request', parameters, named));
    expect(heard.found).toEqual(['tools.catch-all-method']);
    expect(heard.finding('tools.catch-all-method')).toMatchObject({ confidence: 'likely', values: { how: 'listed' } });
  });

  it('is possible where any word may stand beside an address', () => {
    const parameters = { method: text, endpoint: text };
    const heard = said(freeformTools, withParameters('call', parameters, { description: 'See https://acme.dev/api.' }));
    expect(heard.found).toEqual(['tools.catch-all-method']);
    expect(heard.finding('tools.catch-all-method')).toMatchObject({ confidence: 'possible', values: { how: 'free' } });
  });

  it.each([
    ['reading methods alone', 'api_get', { method: { enum: ['GET', 'HEAD'] }, path: text }],
    ['changing methods alone', 'api_write', { method: { enum: ['POST', 'PUT'] } }],
    ['methods of another kind', 'pay', { method: { enum: ['card', 'cash'] }, url: text }],
    ['a method without an address', 'sort', { method: text, list: text }],
    ['a request that is only kept', 'create_webhook', { method: { enum: ['GET', 'POST'] }, url: text }],
    ['no schema', 'broken', 5],
  ])('is not found with %s', (_what, name, parameters) => {
    expect(said(freeformTools, withParameters(name, parameters)).passed).toContain('tools.catch-all-method');
  });
});

describe('tools.freeform-without-docs', () => {
  it.each([
    ['a path', { api_path: text }],
    ['an endpoint', { endpoint: text }],
    ['a body', { requestBody: { type: 'object' } }],
    ['a query', { graphql_query: text }],
  ])('is possible with %s', (_what, parameters) => {
    const heard = said(freeformTools, withParameters('call_api', parameters, vague));
    expect(heard.found).toEqual(['tools.freeform-without-docs']);
    expect(heard.finding('tools.freeform-without-docs').confidence).toBe('possible');
  });

  it('is found beside a free method', () => {
    const both = withParameters('call_api', { method: text, path: text }, vague);
    expect(said(freeformTools, both).found).toEqual(['tools.catch-all-method', 'tools.freeform-without-docs']);
  });

  it.each([
    ['a link', 'Calls the API, see https://acme.dev/reference.'],
    ['the name of the API', 'Queries the Slack Web API.'],
    ['the name of a GraphQL API', 'Runs a query of the GitHub GraphQL API.'],
    ['the owner of the API', 'Sends a request to Shopify’s Admin API.'],
  ])('is not found with %s', (_what, description) => {
    const heard = said(freeformTools, withParameters('call_api', { api_path: text }, { description }));
    expect(heard.passed).toContain('tools.freeform-without-docs');
  });

  it('is not found where the parameter says it', () => {
    const parameters = { endpoint: { type: 'string', description: 'Such as /v1/users: https://acme.dev/reference' } };
    expect(said(freeformTools, withParameters('call_api', parameters, vague)).found).toEqual([]);
  });

  it.each([
    ['a file', 'read_file', { path: text }],
    ['a search', 'search', { query: text }],
    ['a message', 'comment', { body: text }],
    ['a page', 'open', { url: text }],
    ['one of several endpoints', 'status', { endpoint: { enum: ['eu', 'us'] } }],
    ['a body with listed members', 'add', { request_body: { type: 'object', properties: { a: text } } }],
  ])('is not found with %s', (_what, name, parameters) => {
    expect(said(freeformTools, withParameters(name, parameters, vague)).found).toEqual([]);
  });

  it('is not found without parameters', () => {
    expect(
      said(freeformTools, tool('a', { inputSchema: null }), tool('b', { inputSchema: { type: 'object' } })).found,
    ).toEqual([]);
  });
});
