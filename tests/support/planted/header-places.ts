/** Response headers that hold a secret. */
export const headerPlaces: Readonly<Record<string, (secret: string) => Readonly<Record<string, string>>>> = {
  'set-cookie': (s) => ({ 'set-cookie': `sid=${s}; Path=/; HttpOnly, other=${s}; Secure` }),
  'x-api-key': (s) => ({ 'x-api-key': s }),
  'x-csrf-token': (s) => ({ 'x-csrf-token': s }),
  'authentication-info': (s) => ({ 'authentication-info': `nextnonce="${s}", rspauth="${s}"` }),
  'identity header of a proxy': (s) => ({ 'x-amzn-oidc-identity': s, 'x-amzn-oidc-data': s }),
  'user header of a proxy': (s) => ({ 'x-forwarded-user': s }),
  'link header': (s) => ({ link: `<https://acme.dev/a?token=${encodeURIComponent(s)}>; rel="next"` }),
  'refresh header': (s) => ({ refresh: `0;url=https://acme.dev/b?session_token=${encodeURIComponent(s)}` }),
  'debug header with JSON': (s) => ({ 'x-debug': JSON.stringify({ access_token: s }) }),
  'header of an organization': (s) => ({ 'x-org-id': s }),
  'signed address in a header': (s) => ({ 'x-next': `https://acme.dev/?sig=${encodeURIComponent(s)}` }),
};
