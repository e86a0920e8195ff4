import type { CodeWords } from '../../kernel/check.ts';
import browserClient from './browser-codes/client.json' with { type: 'json' };
import account from './codes/account.json' with { type: 'json' };
import apps from './codes/apps.json' with { type: 'json' };
import authActive from './codes/auth-active.json' with { type: 'json' };
import authAuthorize from './codes/auth-authorize.json' with { type: 'json' };
import authEntry from './codes/auth-entry.json' with { type: 'json' };
import authResource from './codes/auth-resource.json' with { type: 'json' };
import authServer from './codes/auth-server.json' with { type: 'json' };
import authSignedIn from './codes/auth-signed-in.json' with { type: 'json' };
import bundle from './codes/bundle.json' with { type: 'json' };
import claude from './codes/claude.json' with { type: 'json' };
import client from './codes/client.json' with { type: 'json' };
import dns from './codes/dns.json' with { type: 'json' };
import http from './codes/http.json' with { type: 'json' };
import icon from './codes/icon.json' with { type: 'json' };
import limits from './codes/limits.json' with { type: 'json' };
import listing from './codes/listing.json' with { type: 'json' };
import net from './codes/net.json' with { type: 'json' };
import server from './codes/server.json' with { type: 'json' };
import tls from './codes/tls.json' with { type: 'json' };
import tools from './codes/tools.json' with { type: 'json' };
import transport from './codes/transport.json' with { type: 'json' };
import url from './codes/url.json' with { type: 'json' };

/**
 * Words of finding codes in German, as ICU messages over the finding’s values. What a look at the browser reports stands once more with
 * `browser:` before it: there two codes have words of their own.
 */
export const germanCodes: Readonly<Record<string, CodeWords>> = {
  ...url,
  ...dns,
  ...net,
  ...tls,
  ...client,
  ...inBrowser({ ...client, ...browserClient }),
  ...http,
  ...transport,
  ...authEntry,
  ...authResource,
  ...authServer,
  ...authActive,
  ...authAuthorize,
  ...authSignedIn,
  ...tools,
  ...apps,
  ...server,
  ...icon,
  ...listing,
  ...bundle,
  ...account,
  ...limits,
  ...claude,
};

function inBrowser(words: Readonly<Record<string, CodeWords>>): Readonly<Record<string, CodeWords>> {
  return Object.fromEntries(Object.entries(words).map(([code, said]) => [`browser:${code}`, said]));
}
