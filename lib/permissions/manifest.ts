import { toolVersion } from '../kernel/tool-version.ts';
import { optionalHosts, permissionsOf, type BrowserFamily } from './permission-sets.ts';

/** Nothing but our own files runs; requests go out over HTTP alone, pictures come from us or from memory. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  'connect-src https: http:',
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const firefoxId = 'connector-doctor@connector-doctor.dev';

/** What both browsers' manifests say beyond the surfaces, which come from entrypoints/. */
export function extensionManifest(family: BrowserFamily): Record<string, unknown> {
  const { required, optional } = permissionsOf(family);
  return {
    name: 'Connector Doctor',
    version: toolVersion,
    // In the browser’s own language: public/_locales holds it.
    default_locale: 'en',
    description: '__MSG_description__',
    permissions: required,
    optional_permissions: optional,
    optional_host_permissions: optionalHosts,
    content_security_policy: { extension_pages: contentSecurityPolicy },
    // Checks are kept on this machine: what is done in a private window shall leave nothing.
    incognito: 'not_allowed',
    omnibox: { keyword: 'connector' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+D' } } },
    ...(family === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  };
}
