/** A piece of text that holds a secret whose surroundings say that it is one. `bare`: its own syntax ends at odd characters. */
export interface TextPlace {
  readonly bare?: true;
  /** The secret is a part of what is taken out as a whole. */
  readonly inner?: true;
  readonly write: (secret: string) => string;
}

const q = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Where servers put secrets into pages, documents, messages and logs. */
export const textPlaces: Readonly<Record<string, TextPlace>> = {
  'JSON member': { write: (s) => JSON.stringify({ access_token: s, ok: false }) },
  'JSON in JSON': { write: (s) => JSON.stringify({ body: JSON.stringify({ client_secret: s }) }) },
  'JSON list': { write: (s) => JSON.stringify({ refresh_token: [s, s] }) },
  'JSON lines': { write: (s) => `{"a":1}\n${JSON.stringify({ api_key: s })}\n{"b":2}` },
  'JSON, named with escapes': { write: (s) => `{"\\u0061ccess_token":${JSON.stringify(s)}}` },
  'JSON, percent-encoded': { write: (s) => `state=${q(JSON.stringify({ access_token: s, at: 'x' }))}` },
  'JSON, in a page': { write: (s) => `<pre>{&quot;access_token&quot;:&quot;${s}&quot;}</pre>` },
  'JSON, in base64': { write: (s) => `context ${base64(JSON.stringify({ user: 'x', access_token: s }))} was lost` },
  'name and value': { write: (s) => JSON.stringify([{ name: 'X-Api-Key', value: s }]) },
  'raw headers': { write: (s) => JSON.stringify({ rawHeaders: ['Host', 'a.dev', 'X-Api-Key', s] }) },
  'event stream': { write: (s) => `event: message\ndata: ${JSON.stringify({ id_token: s })}\n\n` },
  form: { write: (s) => `grant_type=refresh_token&refresh_token=${q(s)}&client_id=abc` },
  multipart: { write: (s) => `--b1\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\n${s}\r\n--b1--` },
  GraphQL: { write: (s) => `mutation { login(user: "bob", password: "${s}") { id } }` },
  query: { write: (s) => `see https://api.acme.dev/x?page=2&token=${q(s)}&b=1` },
  fragment: { write: (s) => `at https://app.acme.dev/cb#access_token=${q(s)}&token_type=bearer` },
  userinfo: { write: (s) => `cannot reach https://bob:${q(s)}@git.acme.dev/x.git` },
  'connection URL': { write: (s) => `connect postgres://app:${q(s)}@db.acme.dev:5432/app failed` },
  'connection string': { bare: true, write: (s) => `Server=db;Database=a;User Id=sa;Password=${s};Encrypt=True` },
  'storage account': { bare: true, write: (s) => `AccountName=acme;AccountKey=${s};EndpointSuffix=core.windows.net` },
  'signed for S3': { write: (s) => `https://b.s3.amazonaws.com/k?X-Amz-Expires=60&X-Amz-Signature=${q(s)}` },
  'signed for S3, with a session': { write: (s) => `https://b.s3.amazonaws.com/k?X-Amz-Security-Token=${q(s)}` },
  'signed for Google': { write: (s) => `https://storage.googleapis.com/b/o?X-Goog-Signature=${q(s)}` },
  'signed for Azure': { write: (s) => `https://acme.blob.core.windows.net/c?sv=2024-01-01&sig=${q(s)}&sp=r` },
  'signed for a CDN': { write: (s) => `https://d1.cloudfront.net/f?Policy=eyJx&Signature=${q(s)}&Key-Pair-Id=K1` },
  'session in a path': { bare: true, write: (s) => `https://app.acme.dev/start;jsessionid=${s}?x=1` },
  bearer: { write: (s) => `> Authorization: Bearer ${s}` },
  basic: { write: (s) => `> Authorization: Basic ${base64(`bob:${s}`)}` },
  'another scheme': { bare: true, write: (s) => `> Authorization: token ${s}` },
  digest: { write: (s) => `Authorization: Digest username="bob", realm="x", nonce="${s}", response="${s}"` },
  'cookie line': { bare: true, write: (s) => `Cookie: theme=dark; sid=${s}; lang=en` },
  'set-cookie line': { bare: true, write: (s) => `Set-Cookie: sid=${s}; Path=/; HttpOnly` },
  'header line': { write: (s) => `X-Api-Key: ${s}\nAccept: */*` },
  'curl with a password': { bare: true, write: (s) => `curl -s -u bob:${s} https://api.acme.dev/` },
  environment: { write: (s) => `export NOTES_API_KEY=${s}\nexport LANG=C` },
  YAML: { write: (s) => `database:\n  user: app\n  password: ${s}\n` },
  Python: { write: (s) => `KeyError in {'user': 'bob', 'token': '${s}'}` },
  Ruby: { write: (s) => `Parameters: {"user"=>"bob", "api_key"=>"${s}"}` },
  'Java object': { bare: true, write: (s) => `Client{id=7, clientSecret='${s}', scope=all}` },
  'hidden field': { write: (s) => `<form><input type="hidden" name="csrf_token" value="${s}"></form>` },
  'field with its value first': { write: (s) => `<input value="${s}" type="hidden" id="authenticity_token">` },
  'meta element': { write: (s) => `<meta name="csrf-token" content="${s}">` },
  script: { write: (s) => `<script>window.apiKey = "${s}"; var x = 1;</script>` },
  attribute: { write: (s) => `<div class="a" data-access-token="${s}"></div>` },
  'text area': { write: (s) => `<textarea name="refresh_token" rows="3">${s}</textarea>` },
  'XML element': { write: (s) => `<r><access_token>${s}</access_token><b>1</b></r>` },
  'SOAP password': { write: (s) => `<wsse:Password Type="x#PasswordText">${s}</wsse:Password>` },
  'XML attribute': { write: (s) => `<add key="db" password="${s}" timeout="3"/>` },
  'XML settings': { write: (s) => `<appSettings><add key="ApiKey" value="${s}"/></appSettings>` },
  SAML: {
    inner: true,
    write: (s) => `<input name="SAMLResponse" value="${base64(`<Assertion ID="x">${s}</Assertion>`)}">`,
  },
  'private key': {
    inner: true,
    bare: true,
    write: (s) => `-----BEGIN PRIVATE KEY-----\n${s}\n${s}\n-----END PRIVATE KEY-----`,
  },
  'private key, cut off': {
    inner: true,
    bare: true,
    write: (s) => `-----BEGIN RSA PRIVATE KEY-----\n${s}\n${s.slice(0, 20)}`,
  },
  'encrypted private key': {
    inner: true,
    bare: true,
    write: (s) =>
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00AA\n\n${s}\n-----END RSA PRIVATE KEY-----`,
  },
  'PGP key': {
    inner: true,
    bare: true,
    write: (s) => `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${s}\n-----END PGP PRIVATE KEY BLOCK-----`,
  },
  'private JWK': { bare: true, write: (s) => JSON.stringify({ kty: 'EC', crv: 'P-256', d: s, x: 'abc', y: 'def' }) },
  'secret JWK': { bare: true, write: (s) => JSON.stringify({ kty: 'oct', kid: 'one', k: s }) },
  JWT: { inner: true, bare: true, write: (s) => `it was ${part({ alg: 'RS256' })}.${part({ iss: 'x', jti: s })}.${s}` },
  'vendor’s key': { inner: true, bare: true, write: (s) => `the key sk-ant-api03-${s} is revoked` },
  'key of a chat service': { inner: true, bare: true, write: (s) => `xoxb-123456789-${s} was not accepted` },
  'e-mail address': { inner: true, bare: true, write: (s) => `no account for ${s}@acme.dev here` },
  'e-mail address, escaped': { inner: true, bare: true, write: (s) => `<a href="mailto:${s}&#64;acme.dev">write</a>` },
  sentence: { write: (s) => `The access token “${s}” has expired.` },
  'another sentence': { bare: true, write: (s) => `Your password is ${s}, do not share it.` },
  'user id': { bare: true, write: (s) => JSON.stringify({ user_id: s, active: true }) },
  'organization in an address': { bare: true, write: (s) => `https://api.acme.dev/x?org_id=${s}&b=1` },
  'subject of a provider': { bare: true, write: (s) => `no such user: auth0|${s}` },
};
