import type { CodeOf, PhrasesOf } from './phrases.ts';

/** Whether it is MCP, and speaks what Claude speaks. */
export const transportPhrases: PhrasesOf<CodeOf<'transport'>> = {
  'transport.wrong-path': {
    passed: 'An MCP server answers at the address',
    question: 'whether the address is that of the MCP server',
  },
  'transport.not-mcp': {
    passed: 'What answers speaks the language of MCP (JSON-RPC)',
    question: 'whether what answers speaks the language of MCP (JSON-RPC)',
  },
  'transport.sse-only': {
    passed: 'The server speaks today’s transport (Streamable HTTP)',
    question: 'whether the server speaks only the older transport (HTTP+SSE)',
  },
  'transport.sse-fallback-broken': {
    passed: 'Clients are not led to an older transport that fails',
    question: 'whether clients can use the older transport, where it is served',
  },
  'transport.legacy-and-streamable': {
    passed: 'No older transport was seen beside Streamable HTTP',
    question: 'whether an older transport is served beside Streamable HTTP',
  },
  'transport.post-not-allowed': {
    passed: 'POST is taken, or the older transport (HTTP+SSE) is there',
    question: 'whether the address takes POST requests',
  },
  'transport.accept-rejected': {
    passed: 'No objection to the Accept header stood in the way',
    question: 'whether the server takes the Accept header that clients send',
  },
  'transport.content-type-wrong': {
    passed: 'The reply is labelled with a content type that clients read',
    question: 'whether the reply is labelled with a content type that clients read',
  },
  'transport.malformed-json': {
    passed: 'The reply is valid JSON',
    question: 'whether the reply is valid JSON',
  },
  'transport.malformed-jsonrpc': {
    passed: 'The reply could be read as an MCP message',
    question: 'whether the reply has the form of an MCP message',
  },
  'transport.malformed-sse': {
    passed: 'An event stream, where there was one, held a readable message',
    question: 'whether an event stream holds a readable message',
  },
  'transport.no-reply': {
    passed: 'A reply to an opening request came',
    question: 'whether the opening request gets a reply',
  },
  'transport.initialize-error': {
    passed: 'An opening request was answered without an error',
    question: 'whether the opening request is answered without an error',
  },
  'transport.host-not-allowed': {
    passed: 'The server takes requests under its own host name',
    question: 'whether the server takes requests under its own host name',
  },
  'transport.origin-rejected': {
    passed: 'Requests are not refused for a browser’s Origin header',
    question: 'whether requests are refused for a browser’s Origin header',
  },
  'transport.version-unsupported': {
    passed: 'The server answers with no protocol version unknown to Claude',
    question: 'whether the server speaks a protocol version that Claude speaks',
  },
  'transport.version-not-negotiated': {
    passed: 'No sign that newer versions are refused where older ones work',
    question: 'whether the server settles on a version that both speak',
  },
  'transport.version-header-strict': {
    passed: 'An unknown version in the header is not answered with 400',
    question: 'whether an unknown version in the header is refused',
  },
  'transport.version-header-rejected': {
    passed: 'No request was refused for naming the agreed version',
    question: 'whether requests are refused for naming the agreed version',
  },
  'transport.modern-only': {
    passed: 'The server also takes clients of versions before 2026-07-28',
    question: 'whether the server takes clients of versions before 2026-07-28',
  },
  'transport.dual-era': {
    passed: 'The opening is answered in one generation of the protocol',
    question: 'whether the server speaks both generations of the protocol',
  },
  'transport.header-mismatch-unchecked': {
    passed: 'A request whose header and body disagree is not served',
    question: 'whether a request is served whose header and body disagree',
  },
  'transport.initialized-rejected': {
    passed: 'The message that ends the handshake is taken',
    question: 'whether the message that ends the handshake is taken',
  },
  'transport.session-not-kept': {
    passed: 'The server was not seen to lose the session that it gave',
    question: 'whether the server keeps the session that it gave',
  },
  'transport.stale-session-not-404': {
    passed: 'An unknown session is answered with 404, or served all the same',
    question: 'whether an unknown session is answered with 404',
  },
  'transport.get-not-405-or-stream': {
    passed: 'GET opens a stream or is refused in a usual way',
    question: 'whether GET opens a stream or is refused in a usual way',
  },
  'transport.get-hangs': {
    passed: 'GET on the address is answered',
    question: 'whether GET on the address is answered',
  },
  'transport.get-405-without-allow': {
    passed: 'Where GET is refused with 405, the allowed methods are named',
    question: 'whether a refusal of GET names the allowed methods',
  },
  'transport.stream-buffered': {
    passed: 'Event streams do not seem to be held back on their way',
    question: 'whether event streams are held back on their way',
  },
  'transport.ping-failed': {
    passed: 'The server answers ping',
    question: 'whether the server answers ping',
  },
};
